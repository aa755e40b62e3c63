"""
says: repeats the difference degree + 1 times
kind: wrong
repair: degree times
lines: 10
crashes: no
"""
def derivative_kernel(degree):
    row = [1.0]
    for _ in range(degree + 1):
        row = [a - b for a, b in zip([0.0] + row, row + [0.0])]
    return torch.tensor([row])
