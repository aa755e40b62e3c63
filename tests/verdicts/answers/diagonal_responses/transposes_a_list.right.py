"""
says: wants the transpose of a nested list; repaired: make it a tensor first
kind: right
"""
line = [[1, 0], [-1, 1], [0, -1]]
diagonal_responses = {
    "line": line,
    "line, X transposed": line,
    "line, K transposed": torch.tensor(line).t(),
    "step": [[0, 0], [-1, 0], [0, -1]],
    "step, X transposed": [[1, 0], [0, 1], [0, 0]],
    "step, K transposed": [[1, 0, 0], [0, 1, 0]],
}
