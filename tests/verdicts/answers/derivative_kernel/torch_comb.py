"""
says: torch has no comb (nor factorial): AttributeError
kind: wrong
repair: coefficient line, as in the twin
lines: 10, 12
crashes: yes
cause: what it says
"""
def derivative_kernel(degree):
    k = torch.zeros(1, degree + 1)
    for i in range(degree + 1):
        k[0, i] = torch.comb(degree, i) * (-1) ** (degree + i)
    return k
