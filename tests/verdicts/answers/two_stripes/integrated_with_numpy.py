"""
says: integrates the response in NumPy
kind: right
"""
import numpy as np

two_stripes = np.tile(1 - np.cumsum([0, 0, 1, -1, 1, 0, -1, 0]), (8, 1))
