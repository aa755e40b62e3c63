"""
says: the twin of last_sign_of_all, repaired
kind: right
"""
def derivative_kernel(degree):
    from math import comb

    return torch.tensor([[(-1.0) ** (degree - i) * comb(degree, i) for i in range(degree + 1)]])
