"""
says: the twin of retensor, repaired
kind: right
"""
def comp_conv2d(conv2d, X):
    batch = X.reshape(1, 1, X.shape[0], X.shape[1])
    result = conv2d(batch)
    return result.reshape(result.shape[2], result.shape[3])
