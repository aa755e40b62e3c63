"""
says: divides by 4, so that an edge answers 1
kind: wrong
repair: no division
lines: 8
crashes: no
"""
sobel_y = torch.tensor([[1.0, 2.0, 1.0], [0.0, 0.0, 0.0], [-1.0, -2.0, -1.0]]) / 4
