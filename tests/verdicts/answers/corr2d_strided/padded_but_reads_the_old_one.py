"""
says: pads into a new name and slides over the old image
kind: wrong
repair: slide over the padded one
lines: 15
crashes: yes
cause: the last windows hang over the edge of the image that was not padded
"""
def corr2d_strided(X, K, stride=(1, 1), padding=(0, 0)):
    (h, w), (s, t), (p, q) = K.shape, stride, padding
    X_padded = nn.functional.pad(X, (q, q, p, p))
    Y = torch.zeros((X_padded.shape[0] - h) // s + 1, (X_padded.shape[1] - w) // t + 1)
    for i in range(Y.shape[0]):
        for j in range(Y.shape[1]):
            Y[i, j] = (X[i * s:i * s + h, j * t:j * t + w] * K).sum()
    return Y
