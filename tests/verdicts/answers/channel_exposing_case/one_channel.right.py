"""
says: a single channel; repaired: several
kind: right
"""
def channel_exposing_case():
    torch.manual_seed(3)
    return torch.randn(3, 5, 6), torch.randn(3, 2, 3)
