"""
says: one kernel more than channels
kind: wrong
repair: as many
lines: 11
crashes: no
"""
def channel_exposing_case():
    generator = torch.Generator().manual_seed(8)
    X = torch.rand(2, 6, 6, generator=generator)
    K = torch.rand(3, 2, 2, generator=generator)
    return X, K
