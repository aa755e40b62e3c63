"""
says: one axis in place of two
kind: wrong
repair: two pairs of brackets
lines: 8
crashes: no
"""
vertical_edge = torch.tensor([1.0, -1.0])
