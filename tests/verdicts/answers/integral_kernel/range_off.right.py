"""
says: the twin of range_off, repaired
kind: right
"""
def integral_kernel(length):
    row = [1.0 for _ in range(length)]
    return torch.tensor([row])
