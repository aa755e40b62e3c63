"""
says: a sparse T, built with coordinates
kind: right
"""
def corr2d_matmul(X, K):
    (H, W), (h, w) = X.shape, K.shape
    if h > H or w > W:
        raise ValueError("K does not fit in X")
    n, m = H - h + 1, W - w + 1
    index, numbers = [], []
    for row in range(n * m):
        for a in range(h):
            for b in range(w):
                index.append([row, (row // m + a) * W + row % m + b])
                numbers.append(K[a, b])
    T = torch.sparse_coo_tensor(torch.tensor(index).T, torch.stack(numbers), (n * m, H * W))
    return torch.sparse.mm(T, X.reshape(-1, 1)).reshape(n, m)
