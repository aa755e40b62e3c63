"""
says: the twin of loop_names_reused, repaired
kind: right
"""
def corr2d_transposed(X, K, stride=1):
    (H, W), (h, w) = X.shape, K.shape
    Y = torch.zeros((H - 1) * stride + h, (W - 1) * stride + w)
    for i in range(H):
        for j in range(W):
            for a in range(h):
                for b in range(w):
                    Y[i * stride + a, j * stride + b] += X[i, j] * K[a, b]
    return Y
