"""
says: a single channel
kind: wrong
repair: several
lines: 10
crashes: no
"""
def channel_exposing_case():
    torch.manual_seed(3)
    return torch.randn(1, 5, 6), torch.randn(1, 2, 3)
