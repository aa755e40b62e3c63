"""
says: smoothing times difference
kind: right
"""
sobel_x = torch.outer(torch.tensor([1, 2, 1]), torch.tensor([1, 0, -1]))
