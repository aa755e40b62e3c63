"""
says: right, by vandermonde
kind: right
"""
def derivative_kernel(degree):
    import math

    x = torch.arange(degree + 1, dtype=torch.float64)
    moments = torch.stack([x**m for m in range(degree + 1)])
    target = torch.zeros(degree + 1, dtype=torch.float64)
    target[degree] = math.factorial(degree)
    return torch.linalg.solve(moments, target).round().float().unsqueeze(0)
