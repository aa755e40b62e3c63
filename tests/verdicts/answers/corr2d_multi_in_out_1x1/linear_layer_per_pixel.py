"""
says: nn.functional.linear on channels last
kind: right
"""
def corr2d_multi_in_out_1x1(X, K):
    Y = nn.functional.linear(X.movedim(0, -1), K[:, :, 0, 0])
    return Y.movedim(-1, 0)
