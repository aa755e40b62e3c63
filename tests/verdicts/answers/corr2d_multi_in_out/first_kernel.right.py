"""
says: the twin of first_kernel, repaired
kind: right
"""
def corr2d_multi_in_out(X, K):
    out = []
    for o in range(K.shape[0]):
        out.append(corr2d_multi_in(X, K[o]))
    return torch.stack(out)
