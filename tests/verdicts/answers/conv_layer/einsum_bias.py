"""
says: right, by einsum bias
kind: right
"""
def conv_layer(X, K, b):
    o, c, h, w = K.shape
    extra = torch.zeros(o, 1, h, w)
    extra[:, 0, 0, 0] = b
    return nn.functional.conv2d(torch.cat([X, torch.ones_like(X[:1])])[None], torch.cat([K, extra], 1)).squeeze(0)
