"""
says: F.conv1d on the bare image
kind: wrong
repair: conv2d
lines: 13
crashes: yes
cause: the weight has another number of axes
"""
def corr2d(X, K):
    if X.dim() != 2 or K.dim() != 2 or K.shape[0] > X.shape[0] or K.shape[1] > X.shape[1]:
        raise ValueError("shapes")
    X, K = X.float(), K.float()
    return nn.functional.conv1d(X[None], K[None])[0]
