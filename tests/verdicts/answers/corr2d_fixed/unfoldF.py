"""
says: right, by unfoldF
kind: right
"""
def corr2d_fixed(X, K):
    dtype = torch.promote_types(torch.result_type(X, K), torch.float32)
    cols = nn.functional.unfold(X.to(dtype)[None, None], tuple(K.shape))[0]
    return torch.unflatten(K.to(dtype).flatten() @ cols, 0, (X.shape[0] - K.shape[0] + 1, -1))
