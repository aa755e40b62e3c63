"""
says: all signs the other way round; repaired: minus in the middle
kind: right
"""
second_derivative = torch.tensor([[1.0, -2.0, 1.0]])
