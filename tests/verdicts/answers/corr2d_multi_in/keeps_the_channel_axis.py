"""
says: keeps a channel axis of one
kind: wrong
repair: take it off
lines: 12
crashes: no
"""
def corr2d_multi_in(X, K):
    if X.shape[0] != K.shape[0]:
        raise ValueError("channels do not match")
    Y = nn.functional.conv2d(X.unsqueeze(0), K.to(X.dtype).unsqueeze(0))
    return Y[0]
