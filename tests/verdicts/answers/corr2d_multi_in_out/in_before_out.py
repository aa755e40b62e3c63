"""
says: reads the kernel as (c_in, c_out, h, w)
kind: wrong
repair: (c_out, c_in, h, w)
lines: 10
crashes: yes
cause: the numbers of channels are exchanged and do not fit X
"""
def corr2d_multi_in_out(X, K):
    weight = K.permute(1, 0, 2, 3)
    return nn.functional.conv2d(X.unsqueeze(0), weight).squeeze(0)
