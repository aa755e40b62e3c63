"""
says: cuts rows and then "columns" with two brackets, as in a list of lists; repaired: cut rows and columns in one pair of brackets
kind: right
"""
def corr2d(X, K):
    if X.dim() != 2 or K.dim() != 2:
        raise ValueError("only two axes please")
    h, w = K.shape
    rows, cols = X.shape[0] - h + 1, X.shape[1] - w + 1
    if rows < 1 or cols < 1:
        raise ValueError("the kernel is too big")
    Y = torch.zeros(rows, cols)
    for i in range(rows):
        for j in range(cols):
            window = X[i:i + h, j:j + w]
            Y[i, j] = (window * K).sum()
    return Y
