"""
says: right, by conv3d
kind: right
"""
def corr2d_multi_in(X, K):
    if (c := X.shape[0]) != K.shape[0]:
        raise ValueError(c)
    t = torch.promote_types(torch.result_type(X, K), torch.float32)
    return nn.functional.conv3d(X[None, None].to(t), K[None, None].to(t))[0, 0, 0]
