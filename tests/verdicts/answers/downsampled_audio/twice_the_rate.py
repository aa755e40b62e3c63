"""
says: twice the rate, "two time periods", and the tone stays
kind: wrong
mistakes: 2
repair: half the rate; the tone lands at 3 kHz
lines: 10
crashes: no
"""
downsampled_audio = {"cost_ratio": 16.0}
downsampled_audio.update(sample_rate=32000, lands_at=5000)
