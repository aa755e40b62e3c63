"""
says: a single one, expanded
kind: right
"""
def integral_kernel(length):
    return torch.ones(1, 1).expand(1, length)
