"""
says: unfolds windows, einsum over channels, rows and columns
kind: right
"""
def corr2d_multi_in(X, K):
    if len(X) != len(K):
        raise ValueError("channels do not match")
    windows = X.unfold(1, K.shape[1], 1).unfold(2, K.shape[2], 1)
    return torch.einsum("cijab,cab->ij", windows.double(), K.double()).float()
