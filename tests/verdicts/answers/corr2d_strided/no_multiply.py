"""
says: The stride shrinks the output but the window still moves by one pixel: i and j are not multiplied by the stride
kind: wrong
repair: slice line, as in the twin
lines: 16
crashes: no
"""
def corr2d_strided(X, K, stride=(1, 1), padding=(0, 0)):
    Xp = pad2d(X, padding)
    h, w = K.shape
    rows = (Xp.shape[0] - h) // stride[0] + 1
    cols = (Xp.shape[1] - w) // stride[1] + 1
    Y = torch.zeros(rows, cols)
    for i in range(rows):
        for j in range(cols):
            Y[i, j] = (Xp[i : i + h, j : j + w] * K).sum()
    return Y
