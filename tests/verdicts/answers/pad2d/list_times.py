"""
says: builds the shape from a list of the pair, which is a tuple
kind: wrong
repair: adds numbers
lines: 11
crashes: yes
cause: a tuple and a number cannot be added
"""
def pad2d(X, padding):
    H, W = X.shape[-2:]
    out = torch.zeros(*X.shape[:-2], H + 2 * padding, W + 2 * padding)
    out[..., padding[0]:padding[0] + H, padding[1]:padding[1] + W] = X
    return out
