"""
says: paints rows in place of columns; repaired: the colon first
kind: right
"""
two_stripes = torch.ones(8, 8)
two_stripes[:, 2] = 0
two_stripes[:, 4:6] = 0
