"""
says: Drops pixels of the image first and then slides the kernel; the stride must thin out the window's places, not its pixels
kind: wrong
repair: last two lines, as in the twin
lines: 11, 12
crashes: yes
cause: what it says
"""
def corr2d_strided(X, K, stride=(1, 1), padding=(0, 0)):
    X = pad2d(X, padding)
    X = X[:: stride[0], :: stride[1]]
    return corr2d(X, K)
