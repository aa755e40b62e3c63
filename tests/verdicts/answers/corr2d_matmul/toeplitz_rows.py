"""
says: right, by toeplitz rows
kind: right
"""
def corr2d_matmul(X, K):
    h, w = K.shape
    m, n = X.shape[0] - h + 1, X.shape[1] - w + 1
    if m < 1 or n < 1:
        raise ValueError((m, n))
    pad_to = lambda B: nn.functional.pad(B, (0, 0, 0, X.shape[1] - B.shape[0]))
    total = 0
    for a in range(h):
        band = 0
        for b in range(w):
            band = band + pad_to(nn.functional.pad(torch.diag(K[a, b].expand(n)), (0, 0, b, 0)))
        total = total + X[a : a + m] @ band
    return total
