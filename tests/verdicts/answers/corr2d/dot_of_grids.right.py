"""
says: uses torch.dot on the window and the kernel as they are; repaired: flatten both first
kind: right
"""
def corr2d(X, K):
    if X.dim() != 2 or K.dim() != 2:
        raise ValueError("2-D only")
    h, w = K.shape
    if h > X.shape[0] or w > X.shape[1]:
        raise ValueError("too large")
    common = torch.result_type(X, K)
    X, K = X.to(common), K.to(common)
    Y = torch.zeros(X.shape[0] - h + 1, X.shape[1] - w + 1)
    for i in range(Y.shape[0]):
        for j in range(Y.shape[1]):
            window = X[i:i + h, j:j + w]
            Y[i, j] = torch.dot(window.flatten(), K.flatten())
    return Y
