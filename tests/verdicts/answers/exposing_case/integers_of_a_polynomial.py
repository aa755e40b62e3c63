"""
says: integers that grow in an uneven way, one kernel row more than columns
kind: right
"""
def exposing_case():
    X = torch.tensor([[r * r * 3 + c * 5 - r * c for c in range(6)] for r in range(8)])
    return [X, torch.tensor([[1, 2], [-3, 4], [5, 7]])]
