"""
says: K with four axes, as a whole layer has it; repaired: take its one output channel
kind: right
"""
def channel_exposing_case():
    torch.manual_seed(3)
    layer = nn.Conv2d(2, 1, 3, bias=False)
    X = torch.randn(2, 6, 7)
    K = layer.weight.detach()[0]
    return X, K
