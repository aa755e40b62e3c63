"""
says: channels last, add, channels first
kind: right
"""
def conv_layer(X, K, b):
    maps = [sum(corr2d(X[c], kernel[c]) for c in range(X.shape[0])) for kernel in K]
    return torch.add(torch.stack(maps, -1), b).movedim(-1, 0)
