"""
says: zips outputs with input channels: output o reads channel o only
kind: wrong
repair: all channels
lines: 9
crashes: no
"""
def corr2d_multi_in_out(X, K):
    return torch.stack([corr2d(x, k[0]) for x, k in zip(X, K)])
