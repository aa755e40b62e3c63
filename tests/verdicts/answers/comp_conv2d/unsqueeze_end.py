"""
says: adds the axes at the end
kind: wrong
repair: in front
lines: 10
crashes: yes
cause: a last axis of 1 is narrower than the kernel
"""
def comp_conv2d(conv2d, X):
    return conv2d(X.unsqueeze(-1).unsqueeze(-1)).squeeze(-1).squeeze(-1)
