"""
says: the second stripe is one column wide
kind: wrong
repair: columns 4 and 5
lines: 10
crashes: no
"""
two_stripes = torch.ones((8, 8))
two_stripes[:, 2:3] = 0
two_stripes[:, 4:5] = 0
