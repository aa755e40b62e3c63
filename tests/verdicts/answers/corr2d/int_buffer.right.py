"""
says: the twin of int_buffer, repaired
kind: right
"""
def corr2d(X, K):
    if X.ndim != 2 or K.ndim != 2:
        raise ValueError(f"expected matrices, got {X.ndim} and {K.ndim} axes")
    n_rows = X.size(0) - K.size(0) + 1
    n_cols = X.size(1) - K.size(1) + 1
    if min(n_rows, n_cols) < 1:
        raise ValueError("K does not fit in X")
    Y = torch.zeros((n_rows, n_cols), dtype=torch.result_type(X, K))
    for r in range(n_rows):
        for c in range(n_cols):
            Y[r, c] = (X[r:r + K.size(0), c:c + K.size(1)] * K).sum()
    return Y
