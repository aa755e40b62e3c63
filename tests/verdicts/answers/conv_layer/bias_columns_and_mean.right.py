"""
says: the twin of bias_columns_and_mean, repaired
kind: right
"""
def conv_layer(X, K, b):
    maps = [torch.stack([corr2d(x, k) for x, k in zip(X, ks)]).sum(0) for ks in K]
    return torch.stack(maps) + b.reshape(-1, 1, 1)
