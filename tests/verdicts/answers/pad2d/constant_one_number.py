"""
says: F.pad with one int
kind: wrong
repair: four numbers
lines: 10
crashes: yes
cause: pad takes a list
"""
def pad2d(X, padding):
    return nn.functional.pad(X, padding[0])
