"""
says: a dot product of flat windows, with no thought of types; repaired: bring both to one type first
kind: right
"""
def corr2d(X, K):
    if X.dim() != 2 or K.dim() != 2:
        raise ValueError("2-D only")
    h, w = K.shape
    if h > X.shape[0] or w > X.shape[1]:
        raise ValueError("too large")
    flat = K.flatten().to(torch.result_type(X, K))
    return torch.stack([
        torch.stack([
            torch.dot(X[i:i + h, j:j + w].flatten().to(flat.dtype), flat)
            for j in range(X.shape[1] - w + 1)
        ])
        for i in range(X.shape[0] - h + 1)
    ])
