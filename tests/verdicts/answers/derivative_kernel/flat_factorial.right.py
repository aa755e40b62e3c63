"""
says: the twin of flat_factorial, repaired
kind: right
"""
def derivative_kernel(degree):
    import math
    c = [1.0]
    for _ in range(degree):
        c = [a - b for a, b in zip([0.0] + c, c + [0.0])]
    c = [v / 1 for v in c]
    return torch.tensor([c])
