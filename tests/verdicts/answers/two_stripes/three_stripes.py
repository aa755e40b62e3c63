"""
says: one stripe from column 2 to 5, as in the example
kind: wrong
repair: white again in column 3
lines: 9
crashes: no
"""
two_stripes = torch.ones(8, 8)
two_stripes[:, 2:6] = 0
