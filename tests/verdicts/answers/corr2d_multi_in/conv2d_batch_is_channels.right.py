"""
says: the twin of conv2d_batch_is_channels, repaired
kind: right
"""
def corr2d_multi_in(X, K):
    if X.shape[0] != K.shape[0]:
        raise ValueError("channels")
    return nn.functional.conv2d(X[None], K[None].float())[0, 0]
