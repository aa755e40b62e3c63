"""
says: the twin of column, repaired
kind: right
"""
def integral_kernel(length):
    return torch.ones(length).unsqueeze(0)
