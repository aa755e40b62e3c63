"""
says: leaves the loop after the first row; repaired: after the last
kind: right
"""
def same_result(Y1, Y2):
    if Y1.shape != Y2.shape:
        return False
    scale = 1e-5 * float(Y1.abs().max())
    for one, other in zip(Y1.reshape(-1), Y2.reshape(-1)):
        if not abs(one - other) <= scale:
            return False
    return True
