"""
says: right, by blockdiag
kind: right
"""
def corr2d_grouped(X, K, groups=1):
    c_in, (c_out, per) = X.shape[0], K.shape[:2]
    if c_in % groups or c_out % groups or per != c_in // groups:
        raise ValueError((c_in, c_out, per, groups))
    full = K.new_zeros(c_out, c_in, *K.shape[2:])
    step = c_out // groups
    for g in range(groups):
        full[g * step : (g + 1) * step, g * per : (g + 1) * per] = K[g * step : (g + 1) * step]
    return torch.conv2d(X[None], full)[0]
