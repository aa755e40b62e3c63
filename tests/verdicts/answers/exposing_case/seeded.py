"""
says: right, by seeded
kind: right
"""
def exposing_case():
    g = torch.Generator().manual_seed(2024)
    return tuple(torch.randn(*s, generator=g) for s in ((9, 7), (3, 2)))
