"""
says: the twin of output_over_c_in, repaired
kind: right
"""
def corr2d_multi_in_out(X, K):
    return torch.stack([corr2d_multi_in(X, K[o]) for o in range(K.shape[0])])
