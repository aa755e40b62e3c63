"""
says: paints rows in place of columns
kind: wrong
repair: the colon first
lines: 9, 10
crashes: no
"""
two_stripes = torch.ones(8, 8)
two_stripes[2] = 0
two_stripes[4:6] = 0
