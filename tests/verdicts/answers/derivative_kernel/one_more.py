"""
says: Starts from [-1, 1] and takes the difference degree times: one difference too many
kind: wrong
repair: range line, as in the twin
lines: 10
crashes: no
"""
def derivative_kernel(degree):
    K = torch.tensor([[-1.0, 1.0]])
    for _ in range(degree):
        K = nn.functional.pad(K, (1, 0)) - nn.functional.pad(K, (0, 1))
    return K
