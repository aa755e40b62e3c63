"""
says: spreads K by a Kronecker product, cut off at its last tap
kind: right
"""
def corr2d_dilated(X, K, dilation=1):
    corner = torch.zeros(dilation, dilation, dtype=K.dtype)
    corner[0, 0] = 1
    spread = torch.kron(K, corner)[:(K.shape[0] - 1) * dilation + 1, :(K.shape[1] - 1) * dilation + 1]
    if spread.shape[0] > X.shape[0] or spread.shape[1] > X.shape[1]:
        raise ValueError("the spread kernel is larger than X")
    return corr2d(X, spread)
