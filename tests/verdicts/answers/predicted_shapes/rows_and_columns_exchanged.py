"""
says: columns before rows
kind: wrong
repair: rows before columns
lines: 10
crashes: no
"""
predicted_shapes = dict([
    ("In [33]", (8, 8)), ("In [34]", (8, 8)), ("In [35]", (4, 4)), ("In [36]", (4, 4)), ("In [37]", (2, 2)),
    ("even kernel", (7, 9)),
])
