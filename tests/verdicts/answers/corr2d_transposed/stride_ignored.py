"""
says: never uses the stride
kind: wrong
repair: stride=stride
lines: 10
crashes: no
"""
def corr2d_transposed(X, K, stride=1):
    X, K = X.unsqueeze(0).unsqueeze(0), K.unsqueeze(0).unsqueeze(0)
    return nn.functional.conv_transpose2d(X, K).squeeze(0).squeeze(0)
