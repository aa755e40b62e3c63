"""
says: a column, shape (3, 1); repaired: a row
kind: right
"""
second_derivative = torch.tensor([[1.0], [-2.0], [1.0]]).t()
