"""
says: the Kronecker product
kind: wrong
repair: the convolution of both
lines: 9
crashes: no
"""
def compose_kernels(K1, K2):
    return torch.kron(K1, K2)
