"""
says: measures a kernel
kind: right
"""
def minimum_size(degree):
    kernel = torch.eye(degree + 1).diff(n=degree, dim=0)
    return kernel.numel()
