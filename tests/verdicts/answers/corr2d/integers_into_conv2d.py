"""
says: gives conv2d whatever type comes in
kind: wrong
repair: turn both into their common floating type first
lines: 15
crashes: yes
cause: conv2d wants image and kernel of one type and takes no integers
"""
def corr2d(X, K):
    """Cross-correlation with PyTorch."""
    if X.dim() != 2 or K.dim() != 2:
        raise ValueError("X and K must be 2-D")
    if K.shape[0] > X.shape[0] or K.shape[1] > X.shape[1]:
        raise ValueError("K does not fit in X")
    Y = nn.functional.conv2d(X[None, None], K[None, None])
    return Y.squeeze(0).squeeze(0)
