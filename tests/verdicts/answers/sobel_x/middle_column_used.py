"""
says: weights along the columns as well, 1 2 1 across and down
kind: wrong
repair: 1, 0, -1 across
lines: 8
crashes: no
"""
across = torch.tensor([[1.0, 2.0, -1.0]])
down = torch.tensor([[1.0], [2.0], [1.0]])
sobel_x = down @ across
