"""
says: solves the equations for the entries in float64
kind: right
"""
def derivative_kernel(degree):
    import math

    import numpy as np

    places = np.arange(degree + 1.0)
    wanted = np.zeros(degree + 1)
    wanted[degree] = math.factorial(degree)
    return torch.from_numpy(np.linalg.solve(np.vander(places, increasing=True).T, wanted)).reshape(1, -1)
