"""
says: the twin of forgot_width, repaired
kind: right
"""
def pad2d(X, padding):
    H, W = X.shape[-2:]
    lead = X.shape[:-2]
    left = X.new_zeros(lead + (H, padding[1]))
    wide = torch.cat([left, X, left], dim=-1)
    bar = X.new_zeros(lead + (padding[0], wide.shape[-1]))
    return torch.cat([bar, wide, bar], dim=-2)
