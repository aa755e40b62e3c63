"""
says: the first derivative, twice as strong and longer; repaired: 1, -2, 1
kind: right
"""
second_derivative = torch.tensor([[1.0, -2.0, 1.0]])
