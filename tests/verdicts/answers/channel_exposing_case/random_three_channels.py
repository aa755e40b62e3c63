"""
says: three random channels
kind: right
"""
def channel_exposing_case():
    g = torch.Generator().manual_seed(12)
    return torch.randn(3, 4, 7, generator=g), torch.randn(3, 2, 2, generator=g)
