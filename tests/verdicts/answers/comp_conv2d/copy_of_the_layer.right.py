"""
says: applies a deep copy "so as not to change the layer"; repaired: the layer itself
kind: right
"""
import copy


def comp_conv2d(conv2d, X):
    layer = copy.copy(conv2d)
    return layer(X[None, None])[0, 0]
