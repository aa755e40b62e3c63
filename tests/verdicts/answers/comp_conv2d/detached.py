"""
says: Under torch.no_grad nothing is recorded, so no gradient reaches image or weight
kind: wrong
repair: the with line, as in the twin
lines: 9
crashes: no
"""
def comp_conv2d(conv2d, X):
    with torch.no_grad():
        Y = conv2d(X.view(1, 1, *X.shape) if X.is_contiguous() else X[None, None])
    return Y[0][0]
