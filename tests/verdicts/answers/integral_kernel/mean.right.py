"""
says: the twin of mean, repaired
kind: right
"""
def integral_kernel(length):
    kernel = torch.zeros(1, length)
    for i in range(length):
        kernel[0, i] = 1
    return kernel
