"""
says: repeats the border pixels in place of zeros
kind: wrong
repair: constant zeros
lines: 11
crashes: no
"""
def pad2d(X, padding):
    p, q = padding
    four = X.reshape((1, -1) + X.shape[-2:])
    padded = nn.functional.pad(four, (q, q, p, p), mode="replicate")
    return padded.reshape(X.shape[:-2] + padded.shape[-2:])
