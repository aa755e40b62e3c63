"""
says: starts from [1, -1], so odd degrees have the wrong sign; repaired: start from [-1, 1]
kind: right
"""
def derivative_kernel(degree):
    step = torch.tensor([-1.0, 1.0])
    kernel = torch.ones(1)
    for _ in range(degree):
        longer = torch.zeros(len(kernel) + 1)
        longer[:-1] += step[0] * kernel
        longer[1:] += step[1] * kernel
        kernel = longer
    return kernel[None]
