"""
says: a NumPy array
kind: right
"""
import numpy as np

sobel_y = np.array([[1, 2, 1], [0, 0, 0], [-1, -2, -1]], dtype=float)
