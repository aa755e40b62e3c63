"""
says: view needs contiguous memory: a crop or a transposed image is a RuntimeError
kind: wrong
repair: X.view line, as in the twin
lines: 12
crashes: yes
cause: what it says
"""
def corr2d_multi_in_out_1x1(X, K):
    c_in, h, w = X.shape
    c_out = K.shape[0]
    X = X.view(c_in, h * w)
    K = K.reshape(c_out, c_in)
    return torch.matmul(K, X).view(c_out, h, w)
