"""
says: output o sees input o only (modulo), as in a depthwise layer; repaired: all inputs
kind: right
"""
def corr2d_multi_in_out(X, K):
    maps = []
    for o, kernel in enumerate(K):
        c = o % len(X)
        maps.append(sum(corr2d(X[d], kernel[d]) for d in range(len(X))))
    return torch.stack(maps)
