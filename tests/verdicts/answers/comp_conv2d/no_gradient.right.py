"""
says: applies the layer under no_grad; repaired: without it
kind: right
"""
def comp_conv2d(conv2d, X):
    with torch.enable_grad():
        return conv2d(X[None, None])[0, 0]
