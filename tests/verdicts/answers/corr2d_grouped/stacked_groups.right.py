"""
says: split(groups) cuts blocks of `groups` channels; repaired: chunk(groups) cuts `groups` blocks
kind: right
"""
def corr2d_grouped(X, K, groups=1):
    if X.shape[0] % groups or K.shape[0] % groups or K.shape[1] != X.shape[0] // groups:
        raise ValueError("the channels do not fit")
    pairs = zip(X.chunk(groups), K.chunk(groups))
    return torch.cat([nn.functional.conv2d(x[None], k)[0] for x, k in pairs])
