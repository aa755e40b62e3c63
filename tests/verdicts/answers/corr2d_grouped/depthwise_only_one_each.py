"""
says: output o reads input o only, and nothing is checked
kind: wrong
mistakes: 2
repair: blocks, and the checks
lines: 10, 12
crashes: no
"""
def corr2d_grouped(X, K, groups=1):
    if groups == 1:
        return nn.functional.conv2d(X[None], K)[0]
    return torch.stack([corr2d(X[o % len(X)], K[o, 0]) for o in range(len(K))])
