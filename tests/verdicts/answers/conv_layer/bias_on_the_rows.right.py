"""
says: b[:, None], which lines up with the rows; repaired: two new axes
kind: right
"""
def conv_layer(X, K, b):
    Y = torch.stack([sum(corr2d(x, k) for x, k in zip(X, kernel)) for kernel in K])
    return Y + b[:, None, None]
