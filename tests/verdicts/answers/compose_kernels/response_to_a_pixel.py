"""
says: runs both over a single bright pixel and flips the answer
kind: right
"""
def compose_kernels(K1, K2):
    h, w = K1.shape[0] + K2.shape[0] - 1, K1.shape[1] + K2.shape[1] - 1
    dot = torch.zeros(2 * h - 1, 2 * w - 1)
    dot[h - 1, w - 1] = 1
    return corr2d(corr2d(dot, K1), K2).flip(0, 1)
