"""
says: weights 1, 1, 1, and below minus above
kind: wrong
mistakes: 2
repair: 1, 2, 1, and above minus below
lines: 9
crashes: no
"""
sobel_y = torch.tensor([[-1.0, -1.0, -1.0], [0.0, 0.0, 0.0], [1.0, 1.0, 1.0]])
