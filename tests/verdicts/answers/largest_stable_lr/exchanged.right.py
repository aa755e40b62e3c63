"""
says: the two limits in each other's place; repaired: exchange them
kind: right
"""
largest_stable_lr = {"without_bias": 0.0333, "with_bias": 0.0161}
