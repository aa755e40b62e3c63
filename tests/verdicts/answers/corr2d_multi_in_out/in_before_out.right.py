"""
says: reads the kernel as (c_in, c_out, h, w); repaired: (c_out, c_in, h, w)
kind: right
"""
def corr2d_multi_in_out(X, K):
    weight = K
    return nn.functional.conv2d(X.unsqueeze(0), weight).squeeze(0)
