"""
says: the learner's own diagonal line with [1, -1]; repaired: an image and a kernel full of different numbers
kind: right
"""
def exposing_case():
    X = torch.arange(1.0, 57.0).reshape(7, 8).sin()
    K = torch.tensor([[1.0, -1.0, 0.5], [2.0, 0.25, 3.0]])
    return X, K
