"""
says: the twin of one_more, repaired
kind: right
"""
def derivative_kernel(degree):
    K = torch.tensor([[-1.0, 1.0]])
    for _ in range(degree - 1):
        K = nn.functional.pad(K, (1, 0)) - nn.functional.pad(K, (0, 1))
    return K
