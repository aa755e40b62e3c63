"""
says: gives conv2d whatever type comes in; repaired: turn both into their common floating type first
kind: right
"""
def corr2d(X, K):
    """Cross-correlation with PyTorch."""
    if X.dim() != 2 or K.dim() != 2:
        raise ValueError("X and K must be 2-D")
    if K.shape[0] > X.shape[0] or K.shape[1] > X.shape[1]:
        raise ValueError("K does not fit in X")
    common = (X.flatten()[0] * K.flatten()[0] * 1.0).dtype
    Y = nn.functional.conv2d(X[None, None].to(common), K[None, None].to(common))
    return Y.squeeze(0).squeeze(0)
