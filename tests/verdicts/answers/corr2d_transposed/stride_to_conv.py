"""
says: conv_transpose2d on two axes
kind: wrong
repair: four
lines: 10
crashes: yes
cause: torch wants a channel axis
"""
def corr2d_transposed(X, K, stride=1):
    return nn.functional.conv_transpose2d(X, K, stride=stride)
