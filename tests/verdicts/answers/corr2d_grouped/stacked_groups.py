"""
says: split(groups) cuts blocks of `groups` channels
kind: wrong
repair: chunk(groups) cuts `groups` blocks
lines: 12
crashes: yes
cause: blocks of the wrong size do not fit the kernels
"""
def corr2d_grouped(X, K, groups=1):
    if X.shape[0] % groups or K.shape[0] % groups or K.shape[1] != X.shape[0] // groups:
        raise ValueError("the channels do not fit")
    pairs = zip(X.split(groups), K.split(groups))
    return torch.cat([nn.functional.conv2d(x[None], k)[0] for x, k in pairs])
