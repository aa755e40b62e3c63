"""
says: conv2d wants image and kernel of the same dtype; an integer K with a float X is a RuntimeError because K is not converted
kind: wrong
repair: return, as in the twin
lines: 12
crashes: yes
cause: what it says
"""
def corr2d_multi_in(X, K):
    if X.size(0) != K.size(0):
        raise ValueError("number of channels differs")
    return nn.functional.conv2d(X[None], K[None])[0, 0]
