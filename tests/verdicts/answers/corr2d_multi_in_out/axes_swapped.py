"""
says: Takes the kernel for (c_in, c_out, h, w) and swaps the first two axes: an error if they differ, wrong kernels if they do not
kind: wrong
repair: transpose line, as in the twin
lines: 10
crashes: yes
cause: what it says
"""
def corr2d_multi_in_out(X, K):
    W = K.transpose(0, 1)
    return nn.functional.conv2d(X[None], W)[0]
