"""
says: Pascal's triangle without signs
kind: wrong
repair: alternating signs
lines: 11
crashes: no
"""
def derivative_kernel(degree):
    row = [1.0]
    for _ in range(degree):
        row = [a + b for a, b in zip([0.0] + row, row + [0.0])]
    return torch.tensor([row])
