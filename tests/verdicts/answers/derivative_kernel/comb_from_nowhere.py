"""
says: uses comb without importing it
kind: wrong
repair: import it
lines: 9
crashes: yes
cause: comb is not defined
"""
def derivative_kernel(degree):
    return torch.tensor([[(-1.0) ** (degree + i) * comb(degree, i) for i in range(degree + 1)]])
