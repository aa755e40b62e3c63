"""
says: The rows of zeros for above and below still have the old width, so cat does not fit once columns were added (RuntimeError)
kind: wrong
repair: line bar, as in the twin
lines: 14
crashes: yes
cause: what it says
"""
def pad2d(X, padding):
    H, W = X.shape[-2:]
    lead = X.shape[:-2]
    left = X.new_zeros(lead + (H, padding[1]))
    wide = torch.cat([left, X, left], dim=-1)
    bar = X.new_zeros(lead + (padding[0], W))
    return torch.cat([bar, wide, bar], dim=-2)
