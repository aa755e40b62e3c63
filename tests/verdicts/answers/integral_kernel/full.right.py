"""
says: the twin of full, repaired
kind: right
"""
def integral_kernel(length):
    return torch.full((1, length), 1.0)
