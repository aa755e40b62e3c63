"""
says: below minus above
kind: wrong
repair: positive above
lines: 8
crashes: no
"""
sobel_y = torch.tensor([[-1.0, -2.0, -1.0], [0.0, 0.0, 0.0], [1.0, 2.0, 1.0]])
