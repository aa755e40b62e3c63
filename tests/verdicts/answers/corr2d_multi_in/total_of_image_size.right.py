"""
says: the twin of total_of_image_size, repaired
kind: right
"""
def corr2d_multi_in(X, K):
    if X.shape[0] != K.shape[0]:
        raise ValueError("channels")
    total = torch.zeros(X.shape[1] - K.shape[1] + 1, X.shape[2] - K.shape[2] + 1)
    for x, k in zip(X, K):
        total = total + corr2d(x, k)
    return total
