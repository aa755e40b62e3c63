"""
says: expects the channel axis at the end, as in TensorFlow
kind: wrong
repair: channels first
lines: 11
crashes: no
"""
def pad2d(X, padding):
    p, q = padding
    if X.dim() == 3:
        return nn.functional.pad(X, (0, 0, q, q, p, p))
    return nn.functional.pad(X, (q, q, p, p))
