"""
says: lays both kernels over each other and counts the middle once
kind: wrong
repair: -4
lines: 8
crashes: no
"""
laplacian = torch.tensor([[0.0, 1.0, 0.0], [1.0, -2.0, 1.0], [0.0, 1.0, 0.0]])
