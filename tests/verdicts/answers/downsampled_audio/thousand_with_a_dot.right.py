"""
says: writes thousands with a dot: 8.000; repaired: 8000
kind: right
"""
downsampled_audio = {"sample_rate": 8000, "lands_at": 3000, "cost_ratio": 16}
