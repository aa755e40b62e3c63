"""
says: the two limits in each other's place
kind: wrong
repair: exchange them
lines: 8
crashes: no
"""
largest_stable_lr = {"without_bias": 0.0161, "with_bias": 0.0333}
