"""
says: a 0-d tensor
kind: right
"""
widths = torch.arange(1, 30)
smallest_width = widths[(widths // 4) != (widths + 1) // 4].min()
