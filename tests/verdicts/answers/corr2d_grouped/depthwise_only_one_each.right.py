"""
says: output o reads input o only, and nothing is checked; repaired: blocks, and the checks
kind: right
"""
def corr2d_grouped(X, K, groups=1):
    if X.shape[0] % groups or K.shape[0] % groups or K.shape[1] != X.shape[0] // groups:
        raise ValueError("the channels do not fit")
    if groups == 1:
        return nn.functional.conv2d(X[None], K)[0]
    blocks = zip(X.chunk(groups), K.chunk(groups))
    return torch.cat([nn.functional.conv2d(x[None], k)[0] for x, k in blocks])
