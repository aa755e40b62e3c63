"""
says: torch.func.functional_call with the layer's own parameters
kind: right
"""
def comp_conv2d(conv2d, X):
    image = X.reshape(1, 1, *X.shape)
    out = torch.func.functional_call(conv2d, dict(conv2d.named_parameters()), (image,))
    return out.flatten(0, 2)
