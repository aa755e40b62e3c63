"""
says: multiplies the kernels entry by entry
kind: wrong
repair: composes
lines: 10
crashes: yes
cause: other shapes
"""
def compose_kernels(K1, K2):
    return K1 * K2
