"""
says: the twin of name_F, repaired
kind: right
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
    return nn.functional.conv2d(X[None, None], K[None, None]).squeeze(0).squeeze(0)
