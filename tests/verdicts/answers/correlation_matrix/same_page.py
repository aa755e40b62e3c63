"""
says: The empty page is made once, before the loops, and never cleared: the earlier kernels stay in the later rows
kind: wrong
repair: page line stands too far out, as in the twin
lines: 17
crashes: no
"""
def correlation_matrix(K, image_shape):
    H, W = image_shape
    h, w = K.shape
    if H < h or W < w:
        raise ValueError("no")
    rows = []
    page = torch.zeros(H, W)
    for i in range(H - h + 1):
        for j in range(W - w + 1):
            page[i:i + h, j:j + w] = K
            rows.append(page.flatten().clone())
    return torch.stack(rows)
