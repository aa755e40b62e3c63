"""
says: the kernel of the example, whatever the length
kind: wrong
repair: length
lines: 9
crashes: no
"""
def integral_kernel(length):
    return torch.tensor([[1.0, 1.0, 1.0]])
