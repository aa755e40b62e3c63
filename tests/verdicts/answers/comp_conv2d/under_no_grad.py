"""
says: computes under no_grad, to save memory
kind: wrong
repair: with gradients
lines: 9, 10
crashes: no
"""
def comp_conv2d(conv2d, X):
    with torch.no_grad():
        Y = conv2d(X[None, None])
    return Y[0, 0]
