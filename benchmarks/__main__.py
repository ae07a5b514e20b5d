"""`make bench`: what is promised about speed, as ratios measured in one run.

`make bench ARGS=pages` or `ARGS=summary` for one of them; `ARGS="summary --communes 100"` for a
small country.
"""

import argparse

from benchmarks import pages, summary


def main() -> None:
    """Measure what was asked for."""
    parser = argparse.ArgumentParser(prog="make bench ARGS=…", description=__doc__)
    parser.add_argument("what", nargs="?", choices=("pages", "summary"), help="without: both")
    parser.add_argument("--communes", type=int, help="how many communes have a club (all)")
    asked = parser.parse_args()
    if asked.what != "summary":
        pages.measure()
    if asked.what != "pages":
        summary.measure(asked.communes)


if __name__ == "__main__":
    main()
