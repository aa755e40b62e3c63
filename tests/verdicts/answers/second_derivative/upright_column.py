"""
says: a column, shape (3, 1)
kind: wrong
repair: a row
lines: 8
crashes: no
"""
second_derivative = torch.tensor([[1.0], [-2.0], [1.0]])
