"""Why the system refused to read or write, as a name: the catalogues hold the words for it."""

import errno
import io


def system_reason(error: OSError | ValueError) -> str:
    """Give the name of what went wrong, such as ``ENOSPC``; its words are the terms ``errno``."""
    if isinstance(error, io.UnsupportedOperation):
        return "not-writable"
    number = getattr(error, "errno", None)
    return errno.errorcode.get(number, type(error).__name__) if number else type(error).__name__
