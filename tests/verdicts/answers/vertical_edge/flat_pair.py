"""
says: one axis in place of two
kind: right
"""
vertical_edge = torch.tensor([1.0, -1.0])
