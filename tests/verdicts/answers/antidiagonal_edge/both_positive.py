"""
says: 1 on the antidiagonal, no difference
kind: wrong
repair: one of them negative
lines: 8
crashes: no
"""
antidiagonal_edge = torch.tensor([[0.0, 1.0], [1.0, 0.0]])
