"""
says: twice the rate, "two time periods", and the tone stays; repaired: half the rate; the tone lands at 3 kHz
kind: right
"""
downsampled_audio = {"cost_ratio": 16.0}
downsampled_audio.update(sample_rate=8000, lands_at=3000)
