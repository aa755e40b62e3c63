"""
says: conv3d, the channels as depth
kind: right
"""
def corr2d_multi_in(X, K):
    if X.size(0) != K.size(0):
        raise ValueError(f"{X.size(0)} channels and {K.size(0)}")
    return nn.functional.conv3d(X.float()[None, None], K.float()[None, None]).squeeze((0, 1, 2))
