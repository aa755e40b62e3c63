"""
says: the learner's own diagonal line with [1, -1]
kind: wrong
repair: an image and a kernel full of different numbers
lines: 9, 10
crashes: no
"""
def exposing_case():
    X = torch.eye(8)
    K = torch.tensor([[1.0, -1.0]])
    return X, K
