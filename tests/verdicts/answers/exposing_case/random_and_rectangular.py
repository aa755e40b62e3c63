"""
says: random numbers in shapes that are no square
kind: right
"""
def exposing_case():
    generator = torch.Generator().manual_seed(7)
    return torch.randn(7, 9, generator=generator), torch.randn(2, 4, generator=generator)
