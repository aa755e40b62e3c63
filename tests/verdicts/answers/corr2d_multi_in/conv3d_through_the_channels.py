"""
says: a 3-D kernel as deep as the image
kind: right
"""
def corr2d_multi_in(X, K):
    if X.shape[0] != K.shape[0]:
        raise ValueError("channels do not match")
    common = torch.result_type(X, K)
    return nn.functional.conv3d(X.to(common)[None, None], K.to(common)[None, None])[0, 0, 0]
