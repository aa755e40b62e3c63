"""
says: the kernel for horizontal edges
kind: wrong
repair: transpose it
lines: 8
crashes: no
"""
sobel_x = torch.tensor([[1.0, 2.0, 1.0], [0.0, 0.0, 0.0], [-1.0, -2.0, -1.0]])
