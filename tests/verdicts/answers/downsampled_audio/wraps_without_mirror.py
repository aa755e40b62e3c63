"""
says: 5 kHz less the new limit, 1 kHz
kind: wrong
repair: mirrored: 3 kHz
lines: 8
crashes: no
"""
downsampled_audio = {"sample_rate": 8_000, "lands_at": 1_000, "cost_ratio": 16}
