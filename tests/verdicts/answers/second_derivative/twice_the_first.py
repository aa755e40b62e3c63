"""
says: the first derivative, twice as strong and longer
kind: wrong
repair: 1, -2, 1
lines: 8
crashes: no
"""
second_derivative = torch.tensor([[-1.0, 0.0, 1.0]]) * 2
