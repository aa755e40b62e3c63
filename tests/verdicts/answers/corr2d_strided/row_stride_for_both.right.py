"""
says: stride[0] for the columns, too; repaired: stride[1]
kind: right
"""
def corr2d_strided(X, K, stride=(1, 1), padding=(0, 0)):
    h, w = K.shape
    X = nn.functional.pad(X, (padding[1], padding[1], padding[0], padding[0]))
    windows = X.unfold(0, h, stride[0]).unfold(1, w, stride[1])
    return torch.einsum("ijab,ab->ij", windows, K)
