"""
says: sees only where the line begins: no -1 behind it
kind: wrong
repair: -1 behind every 1
lines: 9, 10
crashes: no
"""
diagonal_responses = {
    "line": [[1, 0], [-1, 1], [0, 0]],
    "line, X transposed": [[1, 0], [-1, 1], [0, 0]],
    "line, K transposed": [[1, -1, 0], [0, 1, -1]],
    "step": [[0, 0], [-1, 0], [0, -1]],
    "step, X transposed": [[1, 0], [0, 1], [0, 0]],
    "step, K transposed": [[1, 0, 0], [0, 1, 0]],
}
