"""
says: the checks live in a decorator, functools.wraps and all
kind: right
"""
import functools


def refuses_unfitting(function):
    @functools.wraps(function)
    def wrapper(X, K):
        if len(X.shape) != 2 or len(K.shape) != 2:
            raise ValueError("2-D")
        if K.shape[0] > X.shape[0] or K.shape[1] > X.shape[1]:
            raise ValueError("does not fit")
        return function(X, K)

    return wrapper


@refuses_unfitting
def corr2d(X, K):
    h, w = K.shape
    Y = torch.zeros(X.shape[0] - h + 1, X.shape[1] - w + 1, dtype=torch.float64)
    for place in range(Y.numel()):
        i, j = divmod(place, Y.shape[1])
        Y[i, j] = (X[i:i + h, j:j + w] * K).sum()
    return Y
