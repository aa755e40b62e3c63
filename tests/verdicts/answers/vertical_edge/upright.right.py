"""
says: a kernel that looks down: the one for horizontal edges; repaired: shape (1, 2)
kind: right
"""
vertical_edge = torch.tensor([[1.0, -1.0]])
