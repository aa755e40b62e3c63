"""
says: the second stripe is one column wide; repaired: columns 4 and 5
kind: right
"""
two_stripes = torch.ones((8, 8))
two_stripes[:, 2:3] = 0
two_stripes[:, 4:6] = 0
