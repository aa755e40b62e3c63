"""
says: the twin of no_last_case, repaired
kind: right
"""
def derivative_kernel(degree):
    K = derivative_kernel(degree - 1) if degree > 1 else torch.ones(1, 1)
    return nn.functional.pad(K, (1, 0)) - nn.functional.pad(K, (0, 1))
