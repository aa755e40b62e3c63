"""
says: upper left minus lower right; repaired: upper right minus lower left
kind: right
"""
antidiagonal_edge = torch.tensor([[0.0, 1.0], [-1.0, 0.0]])
