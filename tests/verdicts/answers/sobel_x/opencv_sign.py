"""
says: right minus left, as OpenCV has it
kind: wrong
repair: positive on the left
lines: 8
crashes: no
"""
sobel_x = torch.tensor([[-1.0, 0.0, 1.0], [-2.0, 0.0, 2.0], [-1.0, 0.0, 1.0]])
