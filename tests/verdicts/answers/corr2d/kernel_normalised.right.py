"""
says: the twin of kernel_normalised, repaired
kind: right
"""
def corr2d(X, K):
    if X.dim() != 2 or K.dim() != 2 or K.shape[0] > X.shape[0] or K.shape[1] > X.shape[1]:
        raise ValueError("shapes")
    return nn.functional.conv2d(X[None, None].double(), K[None, None].double())[0, 0]
