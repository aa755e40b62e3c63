"""
says: the twin of squeezed_2, repaired
kind: right
"""
def corr2d_multi_in_out(X, K):
    Y = nn.functional.conv2d(X.unsqueeze(0), K)
    return Y.squeeze(0)
