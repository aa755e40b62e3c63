"""
says: functools.reduce
kind: right
"""
from functools import reduce


def corr2d_multi_in(X, K):
    if X.shape[0] != K.shape[0]:
        raise ValueError("channels do not match")
    return reduce(torch.add, (corr2d(X[c], K[c]) for c in range(K.shape[0])))
