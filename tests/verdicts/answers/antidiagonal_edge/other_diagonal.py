"""
says: upper left minus lower right
kind: wrong
repair: upper right minus lower left
lines: 8
crashes: no
"""
antidiagonal_edge = torch.tensor([[1.0, 0.0], [0.0, -1.0]])
