"""
says: Two mistakes: einsum keeps the channel axis in the output (stack instead of sum), and the check raises TypeError instead of ValueError.
kind: wrong
mistakes: 2
repair: as in the twin
lines: 11, 13
crashes: no
"""
def corr2d_multi_in(X, K):
    if X.shape[0] != K.shape[0]:
        raise TypeError("channels do not match")
    P = X.unfold(1, K.shape[1], 1).unfold(2, K.shape[2], 1)
    return torch.einsum("cijab,cab->cij", P, K.to(P.dtype))
