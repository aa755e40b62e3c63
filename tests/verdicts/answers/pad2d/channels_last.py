"""
says: expects the channel axis at the end, as in TensorFlow
kind: wrong
repair: channels first
lines: 11
crashes: no
"""
def pad2d(X, padding):
    p, q = padding
    widths = (q, q, p, p)
    if X.dim() == 3:
        widths = (0, 0) + widths
    return nn.functional.pad(X, widths)
