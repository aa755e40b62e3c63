"""
says: keeps the size of the image, padding="same" as in Keras
kind: wrong
repair: no padding
lines: 15
crashes: no
"""
def corr2d(X, K):
    if X.dim() != 2 or K.dim() != 2:
        raise ValueError("axes")
    if K.shape[0] > X.shape[0] or K.shape[1] > X.shape[1]:
        raise ValueError("fit")
    X = X.double().unsqueeze(0).unsqueeze(0)
    K = K.double().unsqueeze(0).unsqueeze(0)
    return nn.functional.conv2d(X, K, padding="same")[0, 0]
