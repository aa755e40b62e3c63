"""
says: K with four axes, as a whole layer has it
kind: wrong
repair: take its one output channel
lines: 12
crashes: no
"""
def channel_exposing_case():
    torch.manual_seed(3)
    layer = nn.Conv2d(2, 1, 3, bias=False)
    X = torch.randn(2, 6, 7)
    K = layer.weight.detach()
    return X, K
