"""
says: reads X.size[0], size without its parentheses; repaired: X.size(0), X.size(1)
kind: right
"""
def corr2d(X, K):
    if X.dim() != 2 or K.dim() != 2:
        raise ValueError("need 2-D")
    h, w = K.size()
    n, m = X.size(0) - h + 1, X.size(1) - w + 1
    if n < 1 or m < 1:
        raise ValueError("K is larger than X")
    Y = torch.zeros(n, m)
    for i in range(n):
        for j in range(m):
            Y[i, j] = torch.sum(X[i:i + h, j:j + w] * K)
    return Y
