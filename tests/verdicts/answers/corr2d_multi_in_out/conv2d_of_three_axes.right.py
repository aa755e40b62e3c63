"""
says: gives image and kernels a batch axis each; repaired: K has four axes already
kind: right
"""
def corr2d_multi_in_out(X, K):
    return nn.functional.conv2d(X[None], K)[0]
