"""
says: a NumPy array and a tuple of tuples
kind: right
"""
import numpy as np

predicted_outputs = dict(counting=np.array([[19, 25], [37, 43]]), symmetric=((18, 26), (26, 34)))
