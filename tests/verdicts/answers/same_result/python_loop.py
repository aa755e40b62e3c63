"""
says: a loop over Python floats
kind: right
"""
def same_result(Y1, Y2):
    if tuple(Y1.shape) != tuple(Y2.shape):
        return False
    pairs = list(zip(Y1.flatten().tolist(), Y2.flatten().tolist()))
    largest = max(max(abs(a), abs(b)) for a, b in pairs)
    return all(abs(a - b) <= 3e-5 * largest for a, b in pairs)
