"""
says: gives torch.tensor two numbers; repaired: a list of lists
kind: right
"""
vertical_edge = torch.tensor([[1.0, -1.0]])
