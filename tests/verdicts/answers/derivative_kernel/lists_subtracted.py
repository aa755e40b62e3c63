"""
says: subtracts two lists
kind: wrong
repair: element by element
lines: 12
crashes: yes
cause: lists have no minus
"""
def derivative_kernel(degree):
    kernel = [1.0]
    for _ in range(degree):
        kernel = [0.0] + kernel - (kernel + [0.0])
    return torch.tensor([kernel])
