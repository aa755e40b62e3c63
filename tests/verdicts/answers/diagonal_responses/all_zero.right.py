"""
says: diagonal edges are not seen by [1, -1]; repaired: they are
kind: right
"""
zeros = [[0, 0], [0, 0], [0, 0]]
diagonal_responses = {
    "line": [[1, 0], [-1, 1], [0, -1]],
    "line, X transposed": [[1, 0], [-1, 1], [0, -1]],
    "line, K transposed": [[1, -1, 0], [0, 1, -1]],
    "step": [[0, 0], [-1, 0], [0, -1]],
    "step, X transposed": [[1, 0], [0, 1], [0, 0]],
    "step, K transposed": [[1, 0, 0], [0, 1, 0]],
}
