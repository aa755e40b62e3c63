"""
says: gives torch.tensor two numbers
kind: wrong
repair: a list of lists
lines: 9
crashes: yes
cause: torch.tensor takes the numbers as one argument
"""
vertical_edge = torch.tensor(1.0, -1.0)
