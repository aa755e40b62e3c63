"""
says: the twin of corr_shrinks, repaired
kind: right
"""
def derivative_kernel(degree):
    D = torch.tensor([[-1.0, 1.0]])
    K = D
    for _ in range(degree - 1):
        K = corr2d(nn.functional.pad(K, (1, 1)), D.flip(1))
    return K
