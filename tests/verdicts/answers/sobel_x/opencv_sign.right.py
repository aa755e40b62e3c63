"""
says: right minus left, as OpenCV has it; repaired: positive on the left
kind: right
"""
sobel_x = -torch.tensor([[-1.0, 0.0, 1.0], [-2.0, 0.0, 2.0], [-1.0, 0.0, 1.0]])
