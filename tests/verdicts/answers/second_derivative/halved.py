"""
says: divides by 2, as in the Taylor series
kind: wrong
repair: not
lines: 8
crashes: no
"""
second_derivative = torch.tensor([[1.0, -2.0, 1.0]]) / 2
