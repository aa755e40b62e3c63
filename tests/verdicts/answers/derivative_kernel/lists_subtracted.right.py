"""
says: subtracts two lists; repaired: element by element
kind: right
"""
def derivative_kernel(degree):
    kernel = [1.0]
    for _ in range(degree):
        kernel = [moved - here for moved, here in zip([0.0] + kernel, kernel + [0.0])]
    return torch.tensor([kernel])
