"""
says: the twin of zip_short, repaired
kind: right
"""
def conv_layer(X, K, b):
    out = []
    for y, bias in zip(corr2d_multi_in_out(X, K), b):
        out.append(y + bias)
    return torch.stack(out)
