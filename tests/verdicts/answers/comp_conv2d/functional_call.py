"""
says: the layer as a function of its parameters
kind: right
"""
def comp_conv2d(conv2d, X):
    parameters = dict(conv2d.named_parameters())
    Y = torch.func.functional_call(conv2d, parameters, (X.unflatten(0, (1, 1, -1)),))
    return Y.flatten(0, 1).sum(0)
