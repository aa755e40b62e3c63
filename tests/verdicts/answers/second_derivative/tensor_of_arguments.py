"""
says: torch.tensor is given three numbers one by one
kind: wrong
repair: in a list
lines: 9
crashes: yes
cause: torch.tensor takes one argument, a list
"""
second_derivative = torch.tensor(1.0, -2.0, 1.0)
