"""
says: chunks are zipped, and the list of lists is stacked
kind: wrong
repair: one list
lines: 14
crashes: yes
cause: each entry of the list is itself a list
"""
def corr2d_grouped(X, K, groups=1):
    if X.shape[0] % groups or K.shape[0] % groups or K.shape[1] * groups != X.shape[0]:
        raise ValueError("channels and groups do not fit")
    out = []
    for x, k in zip(X.chunk(groups), K.chunk(groups)):
        out.append([sum(corr2d(a, b) for a, b in zip(x, one)) for one in k])
    return torch.stack(out)
