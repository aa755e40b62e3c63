"""
says: multiplies the upper left corner with K as matrices; repaired: windows, element by element
kind: right
"""
corner = torch.tensor([[0.0, 1.0], [3.0, 4.0]])
K = torch.tensor([[0.0, 1.0], [2.0, 3.0]])
predicted_outputs = {
    "counting": [[19, 25], [37, 43]],
    "symmetric": [[18, 26], [26, 34]],
}
