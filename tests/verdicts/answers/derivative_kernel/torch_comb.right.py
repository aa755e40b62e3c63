"""
says: the twin of torch_comb, repaired
kind: right
"""
def derivative_kernel(degree):
    import math
    k = torch.zeros(1, degree + 1)
    for i in range(degree + 1):
        k[0, i] = math.comb(degree, i) * (-1) ** (degree + i)
    return k
