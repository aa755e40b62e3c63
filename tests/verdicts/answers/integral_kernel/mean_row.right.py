"""
says: the twin of mean_row, repaired
kind: right
"""
def integral_kernel(length):
    return torch.full((1, length), 1.0)
