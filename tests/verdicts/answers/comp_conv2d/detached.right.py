"""
says: the twin of detached, repaired
kind: right
"""
def comp_conv2d(conv2d, X):
    with torch.enable_grad():
        Y = conv2d(X.view(1, 1, *X.shape) if X.is_contiguous() else X[None, None])
    return Y[0][0]
