"""
says: helper functions, one map and all maps
kind: right
"""
def one_map(X, kernel):
    Y = corr2d(X[0], kernel[0])
    for channel in range(1, len(X)):
        Y = Y + corr2d(X[channel], kernel[channel])
    return Y


def corr2d_multi_in_out(X, K):
    return torch.stack(tuple(one_map(X, kernel) for kernel in K))
