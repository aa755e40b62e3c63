"""
says: white stripes on black; repaired: ones with black stripes
kind: right
"""
two_stripes = torch.ones(8, 8)
two_stripes[:, [2, 4, 5]] = 0
two_stripes
