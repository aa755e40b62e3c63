"""
says: the twin of triangle, repaired
kind: right
"""
def integral_kernel(length):
    return torch.ones(1, length)
