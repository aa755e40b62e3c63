"""
says: the twin of loops_over_pixels_wrong_axis, repaired
kind: right
"""
def corr2d_multi_in_out_1x1(X, K):
    c_out, c_in = K.shape[:2]
    Y = torch.zeros(c_out, X.shape[1], X.shape[2])
    for i in range(X.shape[1]):
        for j in range(X.shape[2]):
            Y[:, i, j] = K[:, :, 0, 0] @ X[:, i, j]
    return Y
