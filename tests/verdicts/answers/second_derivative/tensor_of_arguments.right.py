"""
says: torch.tensor is given three numbers one by one; repaired: in a list
kind: right
"""
second_derivative = torch.tensor([[1.0, -2.0, 1.0]])
