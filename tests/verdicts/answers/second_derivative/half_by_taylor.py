"""
says: divides by 2 as in the Taylor series
kind: wrong
repair: no half
lines: 8
crashes: no
"""
second_derivative = torch.tensor([[0.5, -1.0, 0.5]])
