"""
says: The loop also starts windows on the left-over pixels; they stick out of the image and no longer fit the kernel (RuntimeError)
kind: wrong
repair: the range lines, as in the twin
lines: 13, 15
crashes: yes
cause: what it says
"""
def corr2d_strided(X, K, stride=(1, 1), padding=(0, 0)):
    X = pad2d(X, padding)
    h, w = K.shape
    out = []
    for top in range(0, X.shape[0], stride[0]):
        line = []
        for left in range(0, X.shape[1], stride[1]):
            line.append((X[top:top + h, left:left + w] * K).sum())
        out.append(torch.stack(line))
    return torch.stack(out)
