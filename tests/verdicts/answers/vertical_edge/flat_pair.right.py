"""
says: one axis in place of two; repaired: two pairs of brackets
kind: right
"""
vertical_edge = torch.tensor([[1.0, -1.0]])
