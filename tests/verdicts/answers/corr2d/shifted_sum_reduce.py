"""
says: functools.reduce over the taps, each a shifted image
kind: right
"""
def corr2d(X, K):
    from functools import reduce
    from itertools import product

    if X.ndim != 2 or K.ndim != 2 or any(k > n for k, n in zip(K.shape, X.shape)):
        raise ValueError("two axes each, and K no larger than X")
    rows, columns = (n - k + 1 for n, k in zip(X.shape, K.shape))
    taps = product(range(K.shape[0]), range(K.shape[1]))
    return reduce(torch.add, (X[a:a + rows, b:b + columns] * K[a, b] for a, b in taps))
