"""
says: writes down the response as if it were the image
kind: wrong
repair: running sums of it, from white
lines: 9
crashes: no
"""
response = [0.0, 1.0, -1.0, 1.0, 0.0, -1.0, 0.0]
two_stripes = torch.tensor([response] * 8)
