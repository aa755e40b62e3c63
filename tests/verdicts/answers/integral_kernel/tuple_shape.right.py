"""
says: the twin of tuple_shape, repaired
kind: right
"""
def integral_kernel(length):
    return torch.ones(1, length)
