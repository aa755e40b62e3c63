"""
says: the twin of in_place_total, repaired
kind: right
"""
def corr2d_multi_in(X, K):
    if X.shape[0] != K.shape[0]:
        raise ValueError("channels")
    H, W = X.shape[1] - K.shape[1] + 1, X.shape[2] - K.shape[2] + 1
    total = torch.zeros(H, W)
    for x, k in zip(X, K):
        total += corr2d(x, k)
    return total
