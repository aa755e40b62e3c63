"""
says: gives image and kernels a batch axis each
kind: wrong
repair: K has four axes already
lines: 10
crashes: yes
cause: the weight gets a fifth axis
"""
def corr2d_multi_in_out(X, K):
    return nn.functional.conv2d(X[None], K[None])[0]
