"""
says: reads the sums column by column; repaired: row by row
kind: right
"""
kernel_gradient = torch.tensor([[1.0 + 0 + 3 + 5, 0 + 2 + 5 + 0], [3 + 5 + 0 + 4, 5 + 0 + 4 + 7.0]])
