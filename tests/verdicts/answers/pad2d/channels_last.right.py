"""
says: expects the channel axis at the end, as in TensorFlow; repaired: channels first
kind: right
"""
def pad2d(X, padding):
    p, q = padding
    if X.dim() == 3:
        return nn.functional.pad(X, (q, q, p, p, 0, 0))
    return nn.functional.pad(X, (q, q, p, p))
