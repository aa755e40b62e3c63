"""
says: sees only where the line begins: no -1 behind it; repaired: -1 behind every 1
kind: right
"""
diagonal_responses = {
    "line": [[1, 0], [-1, 1], [0, -1]],
    "line, X transposed": [[1, 0], [-1, 1], [0, -1]],
    "line, K transposed": [[1, -1, 0], [0, 1, -1]],
    "step": [[0, 0], [-1, 0], [0, -1]],
    "step, X transposed": [[1, 0], [0, 1], [0, 0]],
    "step, K transposed": [[1, 0, 0], [0, 1, 0]],
}
