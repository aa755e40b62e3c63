"""
says: the twin of no_pad, repaired
kind: right
"""
def compose_kernels(K1, K2):
    return corr2d(nn.functional.pad(K1, 2 * [K2.shape[1] - 1] + 2 * [K2.shape[0] - 1]), torch.flip(K2, (0, 1)))
