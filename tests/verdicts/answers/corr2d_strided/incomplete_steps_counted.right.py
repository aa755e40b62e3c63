"""
says: one place more where pixels are left over, filled with what is there; repaired: complete steps only
kind: right
"""
def corr2d_strided(X, K, stride=(1, 1), padding=(0, 0)):
    s, t = stride
    h, w = K.shape
    X = nn.functional.pad(X, (padding[1], padding[1], padding[0], padding[0]))
    return X.unfold(0, h, s).unfold(1, w, t).mul(K).sum((2, 3))
