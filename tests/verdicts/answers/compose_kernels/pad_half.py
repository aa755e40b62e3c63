"""
says: Pads with the sizes of K1 instead of those of K2: right for equal sizes only
kind: wrong
repair: pad line, as in the twin
lines: 10
crashes: yes
cause: what it says
"""
def compose_kernels(K1, K2):
    p, q = K1.shape[0] - 1, K1.shape[1] - 1
    return nn.functional.conv2d(K1[None, None], K2.rot90(2)[None, None], padding=(p, q))[0, 0]
