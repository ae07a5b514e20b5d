"""What becomes of a message that was handed over."""


class Undelivered(Exception):
    """A message was not taken, or nobody knows whether it was.

    `again` says that it certainly was not taken and may be by and by. The words name no address
    and no text: they are kept and logged.
    """

    def __init__(self, words: str, *, again: bool) -> None:
        super().__init__(words)
        self.again = again
