"""
says: K1 @ K2
kind: wrong
repair: each weight of the one times the whole of the other
lines: 10
crashes: yes
cause: the shapes of two kernels seldom allow a matrix product
"""
def compose_kernels(K1, K2):
    return K1 @ K2
