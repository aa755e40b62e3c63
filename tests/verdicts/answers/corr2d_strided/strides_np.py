"""
says: right, by strides np
kind: right
"""
def corr2d_strided(X, K, stride=(1, 1), padding=(0, 0)):
    import numpy as np

    img = np.pad(np.asarray(X), [(p, p) for p in padding])
    view = np.lib.stride_tricks.sliding_window_view(img, tuple(K.shape))
    view = view[tuple(slice(None, None, s) for s in stride)]
    return torch.from_numpy(np.einsum("ijab,ab->ij", view, np.asarray(K)))
