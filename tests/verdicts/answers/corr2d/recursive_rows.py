"""
says: recursion over the kernel's rows
kind: right
"""
def corr2d(X, K):
    if X.dim() != 2 or K.dim() != 2:
        raise ValueError("not 2-D")
    if K.size(0) > X.size(0) or K.size(1) > X.size(1):
        raise ValueError("does not fit")

    def one_row(k, rows):
        width = X.size(1) - K.size(1) + 1
        return sum(rows[:, b:b + width] * k[b] for b in range(K.size(1)))

    def from_row(a):
        here = one_row(K[a], X[a:a + X.size(0) - K.size(0) + 1])
        return here if a + 1 == K.size(0) else here + from_row(a + 1)

    return from_row(0)
