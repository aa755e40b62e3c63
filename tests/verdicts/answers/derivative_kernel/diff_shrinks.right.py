"""
says: the twin of diff_shrinks, repaired
kind: right
"""
def derivative_kernel(degree):
    K = torch.zeros(1, 1) + 1
    for _ in range(degree):
        K = -torch.diff(nn.functional.pad(K, (1, 1)))
    return K
