"""
says: K[:, :, 0, 0] @ X on three axes: the product of columns
kind: wrong
repair: einsum
lines: 10
crashes: yes
cause: `@` takes the rows of each image, not the channels, for its inner axis
"""
def corr2d_multi_in_out_1x1(X, K):
    return K[:, :, 0, 0] @ X
