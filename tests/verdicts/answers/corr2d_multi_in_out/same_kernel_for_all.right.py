"""
says: loops over K and then uses K[0]; repaired: the loop's kernel
kind: right
"""
def corr2d_multi_in_out(X, K):
    maps = []
    for kernel in K:
        maps.append(sum(corr2d(X[c], kernel[c]) for c in range(len(X))))
    return torch.stack(maps, 0)
