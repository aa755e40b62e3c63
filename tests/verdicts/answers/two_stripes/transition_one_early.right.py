"""
says: takes the edge to be at the column left of it; repaired: one column later
kind: right
"""
two_stripes = torch.ones(8, 8)
two_stripes[:, 2] = 0
two_stripes[:, 4:6] = 0
