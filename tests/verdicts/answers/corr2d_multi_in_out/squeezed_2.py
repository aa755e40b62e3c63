"""
says: squeeze() takes off the channel axis when there is only one output channel (or one row)
kind: wrong
repair: return, as in the twin
lines: 10
crashes: no
"""
def corr2d_multi_in_out(X, K):
    Y = nn.functional.conv2d(X.unsqueeze(0), K)
    return Y.squeeze()
