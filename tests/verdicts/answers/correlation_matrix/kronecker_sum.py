"""
says: a sum of Kronecker products of shifted diagonals
kind: right
"""
def correlation_matrix(K, image_shape):
    (H, W), (h, w) = image_shape, K.shape
    if h > H or w > W:
        raise ValueError("K does not fit")

    def shift(places, size, offset):
        matrix = torch.zeros(places, size)
        matrix[torch.arange(places), torch.arange(places) + offset] = 1
        return matrix

    return sum(
        K[a, b] * torch.kron(shift(H - h + 1, H, a), shift(W - w + 1, W, b)) for a in range(h) for b in range(w)
    )
