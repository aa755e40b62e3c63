"""
says: if on a whole tensor
kind: wrong
repair: .all()
lines: 12
crashes: yes
cause: a tensor of several numbers is neither True nor False
"""
def same_result(Y1, Y2):
    if Y1.shape != Y2.shape:
        return False
    if (Y1 - Y2).abs() <= 1e-5 * Y1.abs().max():
        return True
    return False
