"""
says: The image is padded by hand and then conv2d pads it again
kind: wrong
repair: last line, as in the twin
lines: 11
crashes: no
"""
def corr2d_strided(X, K, stride=(1, 1), padding=(0, 0)):
    X = pad2d(X, padding)
    X, K = X.unsqueeze(0).unsqueeze(0), K.unsqueeze(0).unsqueeze(0)
    return torch.conv2d(X, K, stride=stride, padding=padding).squeeze(0).squeeze(0)
