"""
says: adds the sum of all biases
kind: wrong
repair: each its own
lines: 10
crashes: no
"""
def conv_layer(X, K, b):
    Y = nn.functional.conv2d(X.unsqueeze(0), K).squeeze(0)
    return Y + b.sum()
