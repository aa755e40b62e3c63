"""
says: changes one entry of a shape to get the output's shape; repaired: make the shape a list first
kind: right
"""
def corr2d(X, K):
    if X.dim() != 2 or K.dim() != 2:
        raise ValueError("X or K is not 2-D")
    size = list(X.shape)
    for axis in (0, 1):
        if K.shape[axis] > size[axis]:
            raise ValueError("K does not fit in X")
        size[axis] = size[axis] - K.shape[axis] + 1
    Y = torch.zeros(size)
    for i in range(size[0]):
        for j in range(size[1]):
            Y[i, j] = (X[i:i + K.shape[0], j:j + K.shape[1]] * K).sum()
    return Y
