"""
says: Takes padding for the total of both sides and halves it
kind: wrong
repair: p and q lines, as in the twin
lines: 9
crashes: no
"""
def pad2d(X, padding):
    p, q = padding[0] // 2, padding[1] // 2
    return nn.functional.pad(X, [q, q, p, p], mode="constant", value=0)
