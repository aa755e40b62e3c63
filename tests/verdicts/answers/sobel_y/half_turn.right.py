"""
says: below minus above; repaired: positive above
kind: right
"""
sobel_y = torch.tensor([[1.0, 2.0, 1.0], [0.0, 0.0, 0.0], [-1.0, -2.0, -1.0]])
