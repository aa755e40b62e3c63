"""
says: torch.stack is given two tensors, not a list of them
kind: wrong
repair: brackets around the two
lines: 12
crashes: yes
cause: torch.stack(first, second) lacks the brackets of a list
"""
def channel_exposing_case():
    first = torch.tensor([[1.0, 5.0, 2.0], [0.0, 3.0, 7.0], [4.0, 1.0, 6.0]])
    second = torch.tensor([[2.0, 0.0, 1.0], [8.0, 1.0, 3.0], [5.0, 2.0, 9.0]])
    X = torch.stack(first, second)
    K = torch.tensor([[[1.0, -2.0]], [[3.0, 1.0]]])
    return X, K
