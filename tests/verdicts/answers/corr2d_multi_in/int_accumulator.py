"""
says: The accumulator is made as large as the kernel (zeros_like(K[0])), not as the output: adding a map of another size in place fails (RuntimeError)
kind: wrong
repair: the Y line, as in the twin
lines: 12
crashes: yes
cause: what it says
"""
def corr2d_multi_in(X, K):
    if X.shape[0] != K.shape[0]:
        raise ValueError
    Y = torch.zeros_like(K[0])
    for x, k in zip(X, K):
        Y += corr2d(x, k)
    return Y
