"""Sets of words as bits."""

import pytest

from portal.trades.vocabulary import DEMANDS, SHIFTS, from_bits, to_bits


def test_bit_i_stands_for_the_i_th_word() -> None:
    assert to_bits(["morning", "weekend"], SHIFTS) == 0b10001
    assert to_bits([], DEMANDS) == 0


def test_words_come_back_once_each_in_the_order_of_the_vocabulary() -> None:
    bits = to_bits(["water", "heavy", "water"], DEMANDS)
    assert from_bits(bits, DEMANDS) == ["heavy", "water"]


def test_a_wrong_word_is_named() -> None:
    with pytest.raises(ValueError, match="'dawn'"):
        to_bits(["morning", "dawn"], SHIFTS)


@pytest.mark.parametrize("bits", [1 << len(SHIFTS), -1])
def test_a_bit_without_a_word_is_refused(bits: int) -> None:
    with pytest.raises(ValueError, match=str(bits)):
        from_bits(bits, SHIFTS)
