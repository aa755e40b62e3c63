"""
says: one einsum, the groups as an axis
kind: right
"""
def corr2d_grouped(X, K, groups=1):
    if X.shape[0] % groups or K.shape[0] % groups or K.shape[1] * groups != X.shape[0]:
        raise ValueError("the channels do not fit")
    windows = X.unfold(1, K.shape[2], 1).unfold(2, K.shape[3], 1).unflatten(0, (groups, -1))
    return torch.einsum("gcijab,gocab->goij", windows, K.unflatten(0, (groups, -1))).flatten(0, 1)
