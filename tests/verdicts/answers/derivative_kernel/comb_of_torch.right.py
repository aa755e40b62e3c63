"""
says: the twin of comb_of_torch, repaired
kind: right
"""
def derivative_kernel(degree):
    import math

    return torch.tensor([[(-1.0) ** (degree - i) * math.comb(degree, i) for i in range(degree + 1)]])
