"""The tree of errors, in one place.

::

    ReadoutError
    ├── InputError          what the world did wrong; becomes a Failure, the pile goes on
    ├── UsageError          what the caller did wrong; the command line shows one line and ends with code 2
    └── EvidenceError       what we did wrong: a span that does not fit, an inference without evidence; never swallowed
"""


class ReadoutError(Exception):
    """Base of every error that Readout raises on purpose."""


class InputError(ReadoutError):
    """One input cannot be used; `reason` says why in words for a reader, `stage` where it was noticed."""

    def __init__(self, reason: str, stage: str = "read") -> None:
        super().__init__(reason)
        self.reason = reason
        self.stage = stage

    def __reduce__(self) -> tuple[type["InputError"], tuple[str, str]]:
        """Pickle with both arguments, since errors cross process borders."""
        return (type(self), (self.reason, self.stage))


class UsageError(ReadoutError):
    """The caller asked for something that cannot be done: a missing folder, an unknown format."""


class EvidenceError(ReadoutError):
    """A bug of ours: a span outside its text, or something inferred from nothing."""
