"""
says: takes the edge to be at the column left of it
kind: wrong
repair: one column later
lines: 9, 10
crashes: no
"""
two_stripes = torch.ones(8, 8)
two_stripes[:, 1] = 0
two_stripes[:, 3:5] = 0
