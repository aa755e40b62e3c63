"""
says: applies a deep copy "so as not to change the layer"
kind: wrong
repair: the layer itself
lines: 12
crashes: no
"""
import copy


def comp_conv2d(conv2d, X):
    layer = copy.deepcopy(conv2d)
    return layer(X[None, None])[0, 0]
