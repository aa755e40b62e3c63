"""
says: divides by the length; repaired: no division
kind: right
"""
def integral_kernel(length):
    return torch.full((1, length), 1.0)
