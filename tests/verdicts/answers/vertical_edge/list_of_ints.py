"""
says: a nested list
kind: right
"""
vertical_edge = [[1, -1]]
