"""
says: the twin of cat, repaired
kind: right
"""
def corr2d_multi_in_out(X, K):
    def one(k):
        return sum(corr2d(x, q) for x, q in zip(X, k))
    return torch.stack([one(k) for k in K], 0)
