"""
says: repeats the border pixels in place of zeros; repaired: constant zeros
kind: right
"""
def pad2d(X, padding):
    p, q = padding
    four = X.reshape((1, -1) + X.shape[-2:])
    padded = nn.functional.pad(four, (q, q, p, p), mode="constant")
    return padded.reshape(X.shape[:-2] + padded.shape[-2:])
