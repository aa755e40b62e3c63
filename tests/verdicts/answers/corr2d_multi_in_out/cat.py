"""
says: cat puts the maps below each other in one image; a new axis (stack) is needed
kind: wrong
repair: return, as in the twin
lines: 11
crashes: no
"""
def corr2d_multi_in_out(X, K):
    def one(k):
        return sum(corr2d(x, q) for x, q in zip(X, k))
    return torch.cat([one(k) for k in K], 0)
