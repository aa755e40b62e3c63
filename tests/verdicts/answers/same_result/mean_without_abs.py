"""
says: the mean of signed differences, any shape
kind: wrong
repair: the largest, same shape
lines: 11
crashes: yes
cause: tensors that do not broadcast
mistakes: 2
"""
def same_result(Y1, Y2):
    return bool(abs((Y1 - Y2).mean()) < 1e-4 * Y1.abs().max())
