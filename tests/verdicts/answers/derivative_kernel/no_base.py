"""
says: The recursion has no end: degree 0 is never caught (RecursionError)
kind: wrong
repair: the missing if, as in the twin
lines: 10
crashes: yes
cause: what it says
"""
def derivative_kernel(degree):
    smaller = derivative_kernel(degree - 1)
    zero = torch.zeros(1, 1)
    return torch.cat([zero, smaller], 1) - torch.cat([smaller, zero], 1)
