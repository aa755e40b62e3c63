"""
says: zips maps with b, returns after the first
kind: wrong
repair: all
lines: 12
crashes: no
"""
def conv_layer(X, K, b):
    out = []
    for y, bias in zip(corr2d_multi_in_out(X, K), b):
        out.append(y + bias)
        return torch.stack(out)
