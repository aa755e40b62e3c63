"""
says: divides every difference by its own number, 0 included; repaired: by the largest number
kind: right
"""
def same_result(Y1, Y2):
    if Y1.shape != Y2.shape:
        return False
    relative = (Y1 - Y2).abs() / Y1.abs().max().clamp(min=1e-30)
    return bool((relative <= 1e-4).all())
