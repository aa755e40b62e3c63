"""
says: all signs the other way round
kind: wrong
repair: minus in the middle
lines: 8
crashes: no
"""
second_derivative = torch.tensor([[-1.0, 2.0, -1.0]])
