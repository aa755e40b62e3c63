"""
says: multiplies the upper left corner with K as matrices
kind: wrong
repair: windows, element by element
lines: 11
crashes: no
"""
corner = torch.tensor([[0.0, 1.0], [3.0, 4.0]])
K = torch.tensor([[0.0, 1.0], [2.0, 3.0]])
predicted_outputs = {
    "counting": (corner @ K).tolist(),
    "symmetric": [[18, 26], [26, 34]],
}
