"""
says: right minus left; repaired: positive on the left
kind: right
"""
vertical_edge = torch.tensor([[1.0, -1.0]])
