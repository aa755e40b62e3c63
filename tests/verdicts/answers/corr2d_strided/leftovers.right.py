"""
says: the twin of leftovers, repaired
kind: right
"""
def corr2d_strided(X, K, stride=(1, 1), padding=(0, 0)):
    X = pad2d(X, padding)
    h, w = K.shape
    out = []
    for top in range(0, X.shape[0] - h + 1, stride[0]):
        line = []
        for left in range(0, X.shape[1] - w + 1, stride[1]):
            line.append((X[top:top + h, left:left + w] * K).sum())
        out.append(torch.stack(line))
    return torch.stack(out)
