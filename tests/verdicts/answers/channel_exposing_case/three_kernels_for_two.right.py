"""
says: one kernel more than channels; repaired: as many
kind: right
"""
def channel_exposing_case():
    generator = torch.Generator().manual_seed(8)
    X = torch.rand(2, 6, 6, generator=generator)
    K = torch.rand(2, 2, 2, generator=generator)
    return X, K
