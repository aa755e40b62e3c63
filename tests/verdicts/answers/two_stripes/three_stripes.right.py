"""
says: one stripe from column 2 to 5, as in the example; repaired: white again in column 3
kind: right
"""
two_stripes = torch.ones(8, 8)
two_stripes[:, 2:6] = 0
two_stripes[:, 3] = 1
