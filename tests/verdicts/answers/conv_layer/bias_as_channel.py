"""
says: a channel of ones, whose kernels hold the bias in one corner
kind: right
"""
def conv_layer(X, K, b):
    ones = torch.ones_like(X[:1])
    extra = torch.zeros_like(K[:, :1])
    extra[:, 0, 0, 0] = b
    return nn.functional.conv2d(torch.cat([X, ones])[None], torch.cat([K, extra], 1))[0]
