"""
says: the twin of sum_of_a_list_torch, repaired
kind: right
"""
def corr2d_multi_in(X, K):
    if X.shape[0] != K.shape[0]:
        raise ValueError("channels")
    return sum([corr2d(x, k) for x, k in zip(X, K)])
