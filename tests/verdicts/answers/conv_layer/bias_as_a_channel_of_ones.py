"""
says: a channel of ones, whose kernel holds the bias
kind: right
"""
def conv_layer(X, K, b):
    h, w = K.shape[2:]
    X = torch.cat([X, torch.ones(1, *X.shape[1:])])
    extra = torch.zeros(len(K), 1, h, w)
    extra[:, 0, 0, 0] = b
    return nn.functional.conv2d(X[None], torch.cat([K, extra], 1))[0]
