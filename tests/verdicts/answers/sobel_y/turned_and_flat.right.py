"""
says: weights 1, 1, 1, and below minus above; repaired: 1, 2, 1, and above minus below
kind: right
"""
sobel_y = torch.tensor([[1.0, 2.0, 1.0], [0.0, 0.0, 0.0], [-1.0, -2.0, -1.0]])
