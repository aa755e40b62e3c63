"""
says: expects the channel axis at the end, as in TensorFlow; repaired: channels first
kind: right
"""
def pad2d(X, padding):
    p, q = padding
    widths = (q, q, p, p)
    if X.dim() < 2:
        widths = (0, 0) + widths
    return nn.functional.pad(X, widths)
