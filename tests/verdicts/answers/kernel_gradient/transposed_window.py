"""
says: reads the sums column by column
kind: wrong
repair: row by row
lines: 8
crashes: no
"""
kernel_gradient = torch.tensor([[1.0 + 0 + 3 + 5, 3 + 5 + 0 + 4], [0 + 2 + 5 + 0, 5 + 0 + 4 + 7.0]])
