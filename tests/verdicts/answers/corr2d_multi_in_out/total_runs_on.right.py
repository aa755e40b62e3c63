"""
says: the sum over channels is not started anew for each output; repaired: set it to 0 inside the loop
kind: right
"""
def corr2d_multi_in_out(X, K):
    maps = []
    for kernel in K:
        total = 0
        for x, k in zip(X, kernel):
            total = total + corr2d(x, k)
        maps.append(total)
    return torch.stack(maps)
