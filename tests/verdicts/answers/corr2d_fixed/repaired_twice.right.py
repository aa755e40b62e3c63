"""
says: reads X, and turns w into h as well, thinking that was the letter; repaired: w in the width of the window and of Y
kind: right
"""
def corr2d_fixed(X, K):
    h, w = K.shape
    Y = torch.zeros((X.shape[0] - h + 1, X.shape[1] - w + 1))
    for i in range(Y.shape[0]):
        for j in range(Y.shape[1]):
            window = X[i : i + h, j : j + w]
            if window.shape == K.shape:
                Y[i, j] = (window * K).sum()
    return Y
