"""
says: Divides by the length: an average, not a sum (right only for length 1)
kind: wrong
repair: return, as in the twin
lines: 11
crashes: no
"""
def integral_kernel(length):
    kernel = torch.zeros(1, length)
    for i in range(length):
        kernel[0, i] = 1 / length
    return kernel
