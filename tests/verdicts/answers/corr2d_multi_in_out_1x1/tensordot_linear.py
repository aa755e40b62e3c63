"""
says: nn.functional.linear along the last axis
kind: right
"""
def corr2d_multi_in_out_1x1(X, K):
    last = X.permute(1, 2, 0)
    return nn.functional.linear(last, K.flatten(1)).permute(2, 0, 1)
