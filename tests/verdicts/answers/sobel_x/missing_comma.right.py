"""
says: forgets a comma between two rows; repaired: the comma
kind: right
"""
sobel_x = torch.tensor([
    [1.0, 0.0, -1.0],
    [2.0, 0.0, -2.0],
    [1.0, 0.0, -1.0],
])
