"""Does a network of 60 numbers find the kernels that notebook 2 makes by hand, and does it beat a dense layer?

    python -m benchmarks.finale [--seeds 10] [--json] [--store SEED]

Trains both on the same 300 bars for each seed, asks about 2,000 new bars, and compares the learned kernels with those
that notebook 2 makes by hand. `--store` writes the network of one seed into the course.
"""

import argparse
import json
import time

import torch
from torch import nn

from course import bars

# What notebook 2 makes by hand, as 3 x 3: its second derivative [1, -2, 1], turned to each direction, Sobel's two and
# the Laplacian. The sign does not count.
BY_HAND = {
    "[1, −2, 1] across columns": [[1, -2, 1], [1, -2, 1], [1, -2, 1]],
    "[1, −2, 1] across rows": [[1, 1, 1], [-2, -2, -2], [1, 1, 1]],
    "[1, −2, 1] across \\": [[-2, 1, 1], [1, -2, 1], [1, 1, -2]],
    "[1, −2, 1] across /": [[1, 1, -2], [1, -2, 1], [-2, 1, 1]],
    "sobel_x": [[1, 0, -1], [2, 0, -2], [1, 0, -1]],
    "sobel_y": [[1, 2, 1], [0, 0, 0], [-1, -2, -1]],
    "laplacian": [[0, 1, 0], [1, -4, 1], [0, 1, 0]],
}
ALIKE = 0.9  # a cosine: the angle between the two kernels, read as vectors of 9 numbers, is below 26 degrees


def likeness(kernel: torch.Tensor) -> tuple[float, str]:
    """Return the cosine with the kernel made by hand that is most like this one (3, 3), and its name."""
    cosines = {
        name: abs(float(nn.functional.cosine_similarity(kernel.flatten(), torch.tensor(by_hand).flatten(), 0)))
        for name, by_hand in BY_HAND.items()
    }
    best = max(cosines, key=cosines.get)
    return cosines[best], best


def measure(seed: int) -> dict:
    """Train both models with one seed and return what they can do."""
    images, answers = bars.draw(seed=seed)
    new_images, new_answers = bars.draw(2000, seed=10_000 + seed)
    begin = time.perf_counter()
    network = bars.network(train=True, seed=seed)
    seconds = time.perf_counter() - begin
    dense = bars.fit(bars.fresh(bars.dense, seed), images, answers, seed)
    alike = [likeness(kernel[0]) for kernel in network.conv.weight]
    return {
        "seed": seed,
        "network": bars.share_right(network, new_images, new_answers),
        "dense": bars.share_right(dense, new_images, new_answers),
        "seconds": seconds,
        "alike": [name for cosine, name in alike if cosine >= ALIKE],
    }


def store(seed: int) -> None:
    """Write the network of one seed beside the course's code, with three decimals."""
    state = bars.network(train=True, seed=seed).state_dict()
    rounded = {name: (value.double() * 1000).round().div(1000).tolist() for name, value in state.items()}
    lines = [f"  {json.dumps(name)}: {json.dumps(value)}" for name, value in rounded.items()]
    bars.STORED.write_text("{\n" + ",\n".join(lines) + "\n}\n")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--seeds", type=int, default=10)
    parser.add_argument("--json", action="store_true", help="print the numbers as JSON")
    parser.add_argument("--store", type=int, metavar="SEED", help="keep the network of this seed in the course")
    options = parser.parse_args()
    torch.set_num_threads(1)
    if options.store is not None:
        store(options.store)
        return
    rows = [measure(seed) for seed in range(options.seeds)]
    if options.json:
        print(json.dumps(rows, indent=1, ensure_ascii=False))
        return
    print("| seed | 60 numbers | dense, 580 | s | kernels like notebook 2's |\n|---|---|---|---|---|")
    for row in rows:
        alike = f"{len(row['alike'])}: {', '.join(row['alike'])}" if row["alike"] else "0"
        print(f"| {row['seed']} | {row['network']:.1%} | {row['dense']:.1%} | {row['seconds']:.1f} | {alike} |")
    mean = {name: sum(row[name] for row in rows) / len(rows) for name in ("network", "dense", "seconds")}
    print(f"| mean | {mean['network']:.1%} | {mean['dense']:.1%} | {mean['seconds']:.1f} | |")


if __name__ == "__main__":
    main()
