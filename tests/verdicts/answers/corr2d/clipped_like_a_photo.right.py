"""
says: clips negative numbers to 0, as image software does; repaired: no clamp
kind: right
"""
def corr2d(X, K):
    if X.dim() != 2 or K.dim() != 2:
        raise ValueError("X and K must be 2-D")
    if K.shape[0] > X.shape[0] or K.shape[1] > X.shape[1]:
        raise ValueError("K does not fit in X")
    patches = X.unfold(0, K.shape[0], 1).unfold(1, K.shape[1], 1)
    numbers = torch.einsum("ijab,ab->ij", patches.double(), K.double())
    return numbers
