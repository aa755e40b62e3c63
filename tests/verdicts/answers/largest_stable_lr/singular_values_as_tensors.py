"""
says: from singular values, as 0-d tensors
kind: right
"""
windows = nn.functional.unfold(images.stripes(6, 8)[None, None], (1, 2))[0].T
steepest = 2 * torch.linalg.svdvals(windows).max() ** 2
with_ones = 2 * torch.linalg.svdvals(nn.functional.pad(windows, (0, 1), value=1.0)).max() ** 2
largest_stable_lr = {"without_bias": 2 / steepest, "with_bias": 2 / with_ones}
