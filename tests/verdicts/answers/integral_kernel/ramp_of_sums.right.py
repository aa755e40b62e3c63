"""
says: the running sums themselves as a kernel; repaired: ones
kind: right
"""
def integral_kernel(length):
    return torch.ones(1, length)
