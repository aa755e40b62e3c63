"""
says: PyTorch's own argument, with the checks in words
kind: right
"""
def corr2d_grouped(X, K, groups=1):
    c_in, c_out = len(X), len(K)
    for name, count in (("input", c_in), ("output", c_out)):
        if count % groups:
            raise ValueError(f"{groups} groups do not divide {count} {name} channels")
    if K.shape[1] != c_in // groups:
        raise ValueError(f"each kernel needs {c_in // groups} channels, not {K.shape[1]}")
    return nn.functional.conv2d(X.unsqueeze(0), K, groups=groups).squeeze(0)
