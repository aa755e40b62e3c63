"""
says: right, by linear
kind: right
"""
def corr2d_multi_in_out_1x1(X, K):
    return nn.functional.linear(X.movedim(0, -1), K.flatten(1)).movedim(-1, 0)
