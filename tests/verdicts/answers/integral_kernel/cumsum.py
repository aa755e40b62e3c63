"""
says: Confuses the running sum of the samples with a running sum of the weights: weights 1, 2, 3, ... instead of all 1
kind: wrong
repair: the cumsum line, as in the twin
lines: 10
crashes: no
"""
def integral_kernel(length):
    K = torch.ones(length)
    K = K.cumsum(0)
    return K.reshape(1, -1)
