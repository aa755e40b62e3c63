"""
says: view of an unfolded image; repaired: reshape
kind: right
"""
def corr2d_matmul(X, K):
    h, w = K.shape
    n, m = X.shape[0] - h + 1, X.shape[1] - w + 1
    if n < 1 or m < 1:
        raise ValueError("K does not fit in X")
    lines = X.unfold(0, h, 1).unfold(1, w, 1).reshape(n * m, h * w)
    return torch.mv(lines, K.reshape(-1)).view(n, m)
