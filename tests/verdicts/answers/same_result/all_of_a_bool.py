"""
says: calls .all() on a Python bool
kind: wrong
repair: on the tensor
lines: 14
crashes: yes
cause: a comparison of two floats is a bool
"""
def same_result(Y1, Y2):
    if Y1.shape != Y2.shape:
        return False
    largest = max(Y1.abs().max().item(), Y2.abs().max().item())
    difference = (Y1 - Y2).abs().max().item()
    return (difference <= 1e-5 * largest).all()
