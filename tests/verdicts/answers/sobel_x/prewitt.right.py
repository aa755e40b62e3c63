"""
says: weights 1, 1, 1; repaired: the middle row double
kind: right
"""
sobel_x = torch.tensor([[1.0, 0.0, -1.0]] * 3) * torch.tensor([[1.0], [2.0], [1.0]])
