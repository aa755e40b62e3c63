"""
says: calls itself without a last case
kind: wrong
repair: degree 1 ends it
lines: 10
crashes: yes
cause: no end
"""
def derivative_kernel(degree):
    K = derivative_kernel(degree - 1)
    return nn.functional.pad(K, (1, 0)) - nn.functional.pad(K, (0, 1))
