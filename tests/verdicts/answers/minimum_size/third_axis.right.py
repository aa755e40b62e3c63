"""
says: the twin of third_axis, repaired
kind: right
"""
def minimum_size(degree):
    kernel = torch.ones(1, 1)
    for _ in range(degree):
        kernel = nn.functional.pad(kernel, (1, 0)) - nn.functional.pad(kernel, (0, 1))
    return kernel.shape[1]
