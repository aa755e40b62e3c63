"""
says: divides by 2, as in the Taylor series; repaired: not
kind: right
"""
second_derivative = torch.tensor([[1.0, -2.0, 1.0]]) / 1
