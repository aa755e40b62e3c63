"""
says: torch.tensor(X) copies the numbers without their history, so no gradient reaches the image
kind: wrong
repair: first line, as in the twin
lines: 9
crashes: no
"""
def comp_conv2d(conv2d, X):
    batch = torch.tensor(X).reshape(1, 1, X.shape[0], X.shape[1])
    result = conv2d(batch)
    return result.reshape(result.shape[2], result.shape[3])
