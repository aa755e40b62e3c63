"""
says: torch.diff of a kernel shortens it by one each time instead of lengthening it (no zeros at the ends): after padding only once the result is wrong from degree 2 on
kind: wrong
repair: the diff line lacks new zeros, as in the twin
lines: 10, 12, 13, 14
crashes: no
"""
def derivative_kernel(degree):
    K = torch.zeros(1, 1) + 1
    K = nn.functional.pad(K, (1, 1))
    for _ in range(degree):
        K = -torch.diff(K)
        K = nn.functional.pad(K, (0, 1))
    return K[:, : degree + 1]
