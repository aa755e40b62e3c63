"""
says: a sparse Toeplitz matrix times the flat image
kind: right
"""
def corr2d(X, K):
    if X.dim() != 2 or K.dim() != 2:
        raise ValueError("X and K must be 2-D")
    (H, W), (h, w) = X.shape, K.shape
    if h > H or w > W:
        raise ValueError("K does not fit in X")
    n, m = H - h + 1, W - w + 1
    i, j, a, b = torch.meshgrid(*(torch.arange(size) for size in (n, m, h, w)), indexing="ij")
    places = torch.stack([(i * m + j).flatten(), ((i + a) * W + j + b).flatten()])
    numbers = K.double()[a.flatten(), b.flatten()]
    T = torch.sparse_coo_tensor(places, numbers, (n * m, H * W), check_invariants=False)
    return torch.sparse.mm(T, X.double().reshape(-1, 1)).reshape(n, m)
