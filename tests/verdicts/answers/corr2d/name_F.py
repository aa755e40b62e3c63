"""
says: Uses F.conv2d but never imported torch.nn.functional as F (only torch and nn are there): NameError
kind: wrong
repair: the return line, as in the twin
lines: 18
crashes: yes
cause: what it says
"""
def corr2d(X, K):
    if len(X.shape) != 2:
        raise ValueError("X must be 2-D")
    if len(K.shape) != 2:
        raise ValueError("K must be 2-D")
    if K.shape[0] > X.shape[0] or K.shape[1] > X.shape[1]:
        raise ValueError("K must fit")
    dtype = torch.promote_types(torch.result_type(X, K), torch.float32)
    X, K = X.to(dtype), K.to(dtype)
    return F.conv2d(X[None, None], K[None, None]).squeeze(0).squeeze(0)
