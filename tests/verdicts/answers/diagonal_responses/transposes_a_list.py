"""
says: wants the transpose of a nested list
kind: wrong
repair: make it a tensor first
lines: 13
crashes: yes
cause: a list has no .t()
"""
line = [[1, 0], [-1, 1], [0, -1]]
diagonal_responses = {
    "line": line,
    "line, X transposed": line,
    "line, K transposed": line.t(),
    "step": [[0, 0], [-1, 0], [0, -1]],
    "step, X transposed": [[1, 0], [0, 1], [0, 0]],
    "step, K transposed": [[1, 0, 0], [0, 1, 0]],
}
