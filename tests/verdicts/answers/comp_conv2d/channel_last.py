"""
says: One of the new axes is put at the end (channels last), so the layer finds H channels: RuntimeError
kind: wrong
repair: the view line, as in the twin
lines: 10
crashes: yes
cause: what it says
"""
def comp_conv2d(conv2d, X):
    Y = conv2d(X[None, ..., None])
    return Y[0, 0]
