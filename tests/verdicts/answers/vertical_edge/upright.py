"""
says: a kernel that looks down: the one for horizontal edges
kind: wrong
repair: shape (1, 2)
lines: 8
crashes: no
"""
vertical_edge = torch.tensor([[1.0], [-1.0]])
