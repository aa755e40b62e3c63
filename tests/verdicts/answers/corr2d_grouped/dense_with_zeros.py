"""
says: a dense layer whose other weights are zeros
kind: right
"""
def corr2d_grouped(X, K, groups=1):
    ci, co, m = X.shape[0], K.shape[0], K.shape[1]
    if groups < 1 or ci % groups or co % groups or m * groups != ci:
        raise ValueError("the channels do not fit the groups")
    full = torch.zeros(co, ci, *K.shape[2:], dtype=K.dtype)
    for o in range(co):
        g = o * groups // co
        full[o, g * m:(g + 1) * m] = K[o]
    return nn.functional.conv2d(X.unsqueeze(0), full).squeeze(0)
