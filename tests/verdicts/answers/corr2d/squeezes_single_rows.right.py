"""
says: squeeze() takes away an output of one row or one column, too; repaired: take off exactly the first two axes
kind: right
"""
def corr2d(X, K):
    if X.dim() != 2 or K.dim() != 2:
        raise ValueError("axes")
    if K.shape[0] > X.shape[0] or K.shape[1] > X.shape[1]:
        raise ValueError("fit")
    number = torch.float64 if torch.float64 in (X.dtype, K.dtype) else torch.float32
    out = nn.functional.conv2d(X.to(number)[None, None], K.to(number)[None, None])
    return out.squeeze(0).squeeze(0)
