"""
says: reads X, and looks at it through view so as "to be sure of the shape"
kind: wrong
repair: no view
lines: 11
crashes: yes
cause: a transposed or sliced image cannot be viewed as one piece
"""
def corr2d_fixed(X, K):
    h, w = K.shape
    pixels = X.view(-1).view(X.shape)
    Y = torch.zeros((X.shape[0] - h + 1, X.shape[1] - w + 1))
    for i in range(Y.shape[0]):
        for j in range(Y.shape[1]):
            Y[i, j] = (pixels[i : i + h, j : j + w] * K).sum()
    return Y
