"""
says: the learner's own diagonal line with [1, -1]
kind: right
"""
def exposing_case():
    X = torch.eye(8)
    K = torch.tensor([[1.0, -1.0]])
    return X, K
