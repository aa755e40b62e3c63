"""
says: the twin of pad_twice, repaired
kind: right
"""
def corr2d_strided(X, K, stride=(1, 1), padding=(0, 0)):
    X = pad2d(X, padding)
    X, K = X.unsqueeze(0).unsqueeze(0), K.unsqueeze(0).unsqueeze(0)
    return torch.conv2d(X, K, stride=stride).squeeze(0).squeeze(0)
