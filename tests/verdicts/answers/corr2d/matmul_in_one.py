"""
says: (unfold) windows @ K
kind: wrong
repair: summed products
lines: 13
crashes: yes
cause: batches of another size
"""
def corr2d(X, K):
    if X.dim() != 2 or K.dim() != 2 or K.shape[0] > X.shape[0] or K.shape[1] > X.shape[1]:
        raise ValueError("shapes")
    windows = X.unfold(0, K.shape[0], 1).unfold(1, K.shape[1], 1)
    return (windows.float() @ K.float()).sum((2, 3))
