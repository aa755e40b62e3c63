"""
says: takes groups for the number of channels in a group
kind: wrong
repair: number of groups
lines: 12
crashes: yes
cause: chunks of another size
"""
def corr2d_grouped(X, K, groups=1):
    if X.shape[0] % groups or K.shape[0] % groups or K.shape[1] != X.shape[0] // groups:
        raise ValueError("channels")
    xs, ks = X.split(groups), K.split(groups)
    return torch.cat([nn.functional.conv2d(x[None], k)[0] for x, k in zip(xs, ks)])
