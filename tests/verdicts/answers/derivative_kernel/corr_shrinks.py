"""
says: repeats corr2d on [-1, 1] itself, which shrinks
kind: wrong
repair: full convolution
lines: 13
crashes: yes
cause: the kernel no longer fits
"""
def derivative_kernel(degree):
    D = torch.tensor([[-1.0, 1.0]])
    K = D
    for _ in range(degree - 1):
        K = corr2d(K, D)
    return K
