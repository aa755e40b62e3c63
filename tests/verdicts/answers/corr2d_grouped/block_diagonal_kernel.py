"""
says: fills a whole kernel with zeros outside the blocks
kind: right
"""
def corr2d_grouped(X, K, groups=1):
    c_in, (c_out, per, h, w) = X.shape[0], K.shape
    if c_in % groups or c_out % groups or per != c_in // groups:
        raise ValueError("the channels do not fit")
    full = torch.zeros(c_out, c_in, h, w)
    for o in range(c_out):
        g = o * groups // c_out
        full[o, g * per:(g + 1) * per] = K[o]
    return nn.functional.conv2d(X[None], full)[0]
