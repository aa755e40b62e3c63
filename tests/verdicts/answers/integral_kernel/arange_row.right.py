"""
says: the twin of arange_row, repaired
kind: right
"""
def integral_kernel(length):
    return torch.ones(length).reshape(1, length)
