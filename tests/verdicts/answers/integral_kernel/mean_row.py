"""
says: the mean in place of the sum
kind: wrong
repair: ones
lines: 9
crashes: no
"""
def integral_kernel(length):
    return torch.full((1, length), 1.0 / length)
