"""
says: thinks that 4:5 means columns 4 and 5, and 2:2 column 2
kind: wrong
repair: end one later
lines: 9
crashes: no
"""
two_stripes = torch.ones(8, 8)
for first, last in ((2, 2), (4, 5)):
    two_stripes[:, first:last] = 0
