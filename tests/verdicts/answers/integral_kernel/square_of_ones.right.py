"""
says: length x length ones; repaired: one row
kind: right
"""
def integral_kernel(length):
    K = torch.ones(1, length)
    return K
