"""
says: the twin of padding_rows_columns_turned, repaired
kind: right
"""
def compose_kernels(K1, K2):
    h, w = K2.shape
    padded = nn.functional.pad(K1, (w - 1, w - 1, h - 1, h - 1))
    return corr2d(padded, K2.flip(0, 1))
