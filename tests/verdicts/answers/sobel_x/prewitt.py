"""
says: weights 1, 1, 1
kind: wrong
repair: the middle row double
lines: 8
crashes: no
"""
sobel_x = torch.tensor([[1.0, 0.0, -1.0]] * 3)
