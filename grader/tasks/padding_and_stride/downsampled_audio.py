"""Task `downsampled_audio`: what stride 2 does to a tone, and what stride 4 saves."""

from grader.tasks.model import Facet, Misconception, Task


def _audio(sample_rate: float = 8000.0, lands_at: float = 3000.0, cost_ratio: float = 16.0) -> dict[str, float]:
    return {"sample_rate": sample_rate, "lands_at": lands_at, "cost_ratio": cost_ratio}


MISTAKES = (
    Misconception(
        "tone_stays",
        _audio(lands_at=5000.0),
        "The tone cannot stay at 5 kHz: at the new rate nothing above 4 kHz can be told from something below it.",
    ),
    Misconception(
        "tone_halved", _audio(lands_at=2500.0), "The tone is not halved. It is mirrored at half the new sample rate."
    ),
    Misconception(
        "tone_doubled", _audio(lands_at=10000.0), "No tone can be above half the new sample rate: it is mirrored there."
    ),
    Misconception(
        "tone_cut_off", _audio(lands_at=4000.0), "The tone does not stop at half the new rate, it is mirrored there."
    ),
    Misconception("tone_lost", _audio(lands_at=0.0), "The tone does not vanish: its samples still swing, only slower."),
    Misconception(
        "mirrored_at_the_old_rate",
        _audio(lands_at=11000.0),
        "The tone is mirrored at half the new sample rate, not at the old one.",
    ),
    Misconception(
        "only_shifted",
        _audio(lands_at=1000.0),
        "5 kHz is 1 kHz above the new limit of 4 kHz, so it lands 1 kHz below that limit.",
    ),
    Misconception(
        "rate_unchanged", _audio(sample_rate=16000.0), "Half as many samples for the same second: the rate halves."
    ),
    Misconception("rate_doubled", _audio(sample_rate=32000.0), "There are fewer samples for each second, not more."),
    Misconception(
        "nyquist_for_rate", _audio(sample_rate=4000.0), "This is the highest frequency. The sample rate is twice that."
    ),
    Misconception(
        "cost_per_axis",
        _audio(cost_ratio=4.0),
        "A stride of 4 skips places along both axes: the costs of rows and columns multiply.",
    ),
    Misconception(
        "cost_doubled",
        _audio(cost_ratio=8.0),
        "A stride of 4 leaves a quarter of the rows and a quarter of the columns: multiply.",
    ),
    Misconception("cost_unchanged", _audio(cost_ratio=1.0), "The weights stay, but each is used at fewer places."),
    Misconception(
        "inverse_ratio",
        _audio(cost_ratio=1 / 16),
        "The ratio asked for is larger than 1: stride 1 divided by stride 4.",
    ),
    Misconception("kilohertz", _audio(8.0, 3.0), "The answers are asked for in Hz, not in kHz."),
)


TASK = Task(
    "downsampled_audio",
    "value",
    1,
    "4.7",
    facets=(
        Facet("sample_rate", 0.3, "the new sample rate"),
        Facet("lands_at", 0.4, "where a tone of 5 kHz lands"),
        Facet("cost_ratio", 0.3, "how many times cheaper stride 4 is than stride 1 on an image"),
    ),
    answer=_audio(),
    atol=0.01,
    form={"sample_rate": (), "lands_at": (), "cost_ratio": ()},
    misconceptions=MISTAKES,
)
