"""
says: pads K1 by its own size, not by that of K2
kind: wrong
repair: by h2 - 1, w2 - 1
lines: 10
crashes: yes
cause: with the wrong border the second kernel may not fit in the padded first
"""
def compose_kernels(K1, K2):
    rows, columns = K1.shape[0] - 1, K1.shape[1] - 1
    K1 = nn.functional.pad(K1, (columns, columns, rows, rows))
    return corr2d(K1, K2.flip(0, 1))
