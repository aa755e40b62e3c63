"""
says: repeated differences of the unit matrix
kind: right
"""
def derivative_kernel(degree):
    return torch.eye(degree + 1).diff(n=degree, dim=0)
