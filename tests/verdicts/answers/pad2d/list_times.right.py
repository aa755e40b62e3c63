"""
says: the twin of list_times, repaired
kind: right
"""
def pad2d(X, padding):
    H, W = X.shape[-2:]
    out = torch.zeros(*X.shape[:-2], H + 2 * padding[0], W + 2 * padding[1])
    out[..., padding[0]:padding[0] + H, padding[1]:padding[1] + W] = X
    return out
