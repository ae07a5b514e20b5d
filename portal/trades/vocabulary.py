"""The closed vocabularies that openings and people share, and sets of their words as bits."""

from collections.abc import Iterable, Sequence

SHIFTS = ("morning", "afternoon", "evening", "night", "weekend")
DEMANDS = ("heavy", "heights", "dust", "chemicals", "standing", "driving", "night", "water")
# None, primary, lower secondary, upper secondary, elementary vocational, intermediate, college.
EDUCATION = (0, 1, 2, 3, 4, 5, 6)
CONTRACTS = ("indefinite", "year", "short", "none")
LEVELS = ("elementary", "short", "other")
HOUSEHOLDS = ("poor", "near_poor", "other")


def to_bits(words: Iterable[str], vocabulary: Sequence[str]) -> int:
    """The set of words as an integer, bit i for the i-th word; ValueError names a wrong word."""
    bits = 0
    for word in words:
        if word not in vocabulary:
            raise ValueError(f"{word!r} is none of {', '.join(vocabulary)}")
        bits |= 1 << vocabulary.index(word)
    return bits


def from_bits(bits: int, vocabulary: Sequence[str]) -> list[str]:
    """The words of a set, in the order of the vocabulary; ValueError for a bit without a word."""
    if bits >> len(vocabulary):
        raise ValueError(f"{bits} has bits beyond the {len(vocabulary)} words of its vocabulary")
    return [word for i, word in enumerate(vocabulary) if bits >> i & 1]
