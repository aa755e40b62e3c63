"""
says: K1 @ K2; repaired: each weight of the one times the whole of the other
kind: right
"""
def compose_kernels(K1, K2):
    return nn.functional.conv_transpose2d(K1[None, None], K2[None, None])[0, 0]
