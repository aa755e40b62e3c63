"""
says: right minus left
kind: wrong
repair: positive on the left
lines: 8
crashes: no
"""
vertical_edge = torch.tensor([[-1.0, 1.0]])
