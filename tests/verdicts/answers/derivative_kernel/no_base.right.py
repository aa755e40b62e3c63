"""
says: the twin of no_base, repaired
kind: right
"""
def derivative_kernel(degree):
    if degree == 0: return torch.ones(1, 1)
    smaller = derivative_kernel(degree - 1)
    zero = torch.zeros(1, 1)
    return torch.cat([zero, smaller], 1) - torch.cat([smaller, zero], 1)
