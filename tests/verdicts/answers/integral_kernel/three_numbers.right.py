"""
says: the kernel of the example, whatever the length; repaired: length
kind: right
"""
def integral_kernel(length):
    return torch.tensor([[1.0] * length])
