"""
says: Two mistakes: divides by degree! so x^d gives 1 (the / line), and returns a 1-D tensor (last line).
kind: wrong
mistakes: 2
repair: as in the twin
lines: 14, 15
crashes: no
"""
def derivative_kernel(degree):
    import math
    c = [1.0]
    for _ in range(degree):
        c = [a - b for a, b in zip([0.0] + c, c + [0.0])]
    c = [v / math.factorial(degree) for v in c]
    return torch.tensor(c)
