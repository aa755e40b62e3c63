"""
says: adds the sum of all biases; repaired: each its own
kind: right
"""
def conv_layer(X, K, b):
    Y = nn.functional.conv2d(X.unsqueeze(0), K).squeeze(0)
    return Y + b.view(len(b), 1, 1)
