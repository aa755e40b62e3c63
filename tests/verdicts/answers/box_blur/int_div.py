"""
says: In-place division of an integer tensor: the result would be a fraction, which an integer tensor cannot hold (RuntimeError)
kind: wrong
repair: first line of the body, as in the twin
lines: 10
crashes: yes
cause: what it says
"""
def box_blur(size):
    K = torch.ones(size, size, dtype=torch.int64)
    K /= K.sum()
    return K
