"""
says: paints into None; repaired: start with a white image
kind: right
"""
two_stripes = torch.ones(8, 8)
two_stripes[:, 2] = 0
two_stripes[:, 4:6] = 0
