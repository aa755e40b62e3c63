"""
says: builds a list with * on the wrong side of the brackets; repaired: [1.0] * length inside
kind: right
"""
def integral_kernel(length):
    return torch.tensor([[1.0] * length])
