"""
says: pads K1 by its own size, not by that of K2; repaired: by h2 - 1, w2 - 1
kind: right
"""
def compose_kernels(K1, K2):
    rows, columns = K2.shape[0] - 1, K2.shape[1] - 1
    K1 = nn.functional.pad(K1, (columns, columns, rows, rows))
    return corr2d(K1, K2.flip(0, 1))
