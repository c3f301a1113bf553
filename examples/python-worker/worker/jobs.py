"""The jobs, and how they are done."""

import random


class BrokenJob(Exception):
    """The job cannot be done."""


def resize(width, height, longest):
    """The size of a picture whose longer side becomes `longest`; smaller ones stay as they are."""
    if width <= 0 or height <= 0:
        raise BrokenJob(f"a picture of {width} x {height} has no size")
    scale = min(1, longest / max(width, height))
    return round(width * scale), round(height * scale)


class Queue:
    """Pictures to resize, without end. A share of them can be made to break, so that a bad release can be practised."""

    def __init__(self, error_rate=0.0, seed=0):
        self._random = random.Random(seed)
        self._error_rate = error_rate

    def take(self):
        if self._random.random() < self._error_rate:
            return 0, 0
        return self._random.randint(1, 4000), self._random.randint(1, 4000)
