"""
says: thinks that 4:5 means columns 4 and 5, and 2:2 column 2; repaired: end one later
kind: right
"""
two_stripes = torch.ones(8, 8)
for first, last in ((2, 3), (4, 6)):
    two_stripes[:, first:last] = 0
