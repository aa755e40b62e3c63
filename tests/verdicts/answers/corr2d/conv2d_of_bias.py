"""
says: F.conv2d with K twice, the second taken for the bias
kind: wrong
repair: once
lines: 13
crashes: yes
cause: the bias has two axes
"""
def corr2d(X, K):
    if X.dim() != 2 or K.dim() != 2 or K.shape[0] > X.shape[0] or K.shape[1] > X.shape[1]:
        raise ValueError("shapes")
    X, K = X.float(), K.float()
    return nn.functional.conv2d(X[None, None], K[None, None], K)[0, 0]
