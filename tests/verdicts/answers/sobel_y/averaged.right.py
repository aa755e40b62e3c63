"""
says: divides by 4, so that an edge answers 1; repaired: no division
kind: right
"""
sobel_y = torch.tensor([[1.0, 2.0, 1.0], [0.0, 0.0, 0.0], [-1.0, -2.0, -1.0]])
