"""
says: writes down the response as if it were the image; repaired: running sums of it, from white
kind: right
"""
response = [0.0, 1.0, -1.0, 1.0, 0.0, -1.0, 0.0]
two_stripes = 1 - torch.tensor([[0.0] + response] * 8).cumsum(1)
