"""
says: the twin of conv2d_of_bias, repaired
kind: right
"""
def corr2d(X, K):
    if X.dim() != 2 or K.dim() != 2 or K.shape[0] > X.shape[0] or K.shape[1] > X.shape[1]:
        raise ValueError("shapes")
    X, K = X.float(), K.float()
    return nn.functional.conv2d(X[None, None], K[None, None])[0, 0]
