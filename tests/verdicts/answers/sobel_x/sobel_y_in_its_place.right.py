"""
says: the kernel for horizontal edges; repaired: transpose it
kind: right
"""
sobel_x = torch.tensor([[1.0, 2.0, 1.0], [0.0, 0.0, 0.0], [-1.0, -2.0, -1.0]]).t()
