"""
says: a difference of differences
kind: wrong
repair: zeros on the main diagonal
lines: 8
crashes: no
"""
antidiagonal_edge = torch.tensor([[-1.0, 1.0], [1.0, -1.0]])
