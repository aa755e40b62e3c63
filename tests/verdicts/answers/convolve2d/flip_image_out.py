"""
says: right, by flip image out
kind: right
"""
def convolve2d(X, K):
    turn = lambda M: M.flip((0, 1))
    return turn(corr2d(turn(X), K))
