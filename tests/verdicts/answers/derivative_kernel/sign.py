"""
says: The signs alternate from + on at the left: odd degrees come out negated
kind: wrong
repair: the sign in the list, as in the twin
lines: 10
crashes: no
"""
def derivative_kernel(degree):
    from math import comb
    row = [(-1.0) ** k * comb(degree, k) for k in range(degree + 1)]
    return torch.tensor([row])
