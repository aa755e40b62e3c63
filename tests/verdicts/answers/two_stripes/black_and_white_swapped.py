"""
says: white stripes on black
kind: wrong
repair: ones with black stripes
lines: 8, 9
crashes: no
"""
two_stripes = torch.zeros(8, 8)
two_stripes[:, [2, 4, 5]] = 1
two_stripes
