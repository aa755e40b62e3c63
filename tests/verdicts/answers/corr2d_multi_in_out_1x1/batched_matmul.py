"""
says: bmm, row by row of the image
kind: right
"""
def corr2d_multi_in_out_1x1(X, K):
    rows = X.transpose(0, 1)
    weights = K.flatten(1).expand(rows.shape[0], -1, -1)
    return torch.bmm(weights, rows).transpose(0, 1)
