"""
says: keeps a channel axis of one; repaired: take it off
kind: right
"""
def corr2d_multi_in(X, K):
    if X.shape[0] != K.shape[0]:
        raise ValueError("channels do not match")
    Y = nn.functional.conv2d(X.unsqueeze(0), K.to(X.dtype).unsqueeze(0))
    return Y[0, 0]
