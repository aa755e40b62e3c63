"""
says: paints into None
kind: wrong
repair: start with a white image
lines: 9
crashes: yes
cause: two_stripes is still None, which has no columns
"""
two_stripes = None
two_stripes[:, 2] = 0
two_stripes[:, 4:6] = 0
