"""
says: diagonal edges are not seen by [1, -1]
kind: wrong
repair: they are
lines: 10, 11, 12, 13, 14, 15
crashes: no
"""
zeros = [[0, 0], [0, 0], [0, 0]]
diagonal_responses = {
    "line": zeros,
    "line, X transposed": zeros,
    "line, K transposed": [[0, 0, 0], [0, 0, 0]],
    "step": zeros,
    "step, X transposed": zeros,
    "step, K transposed": [[0, 0, 0], [0, 0, 0]],
}
