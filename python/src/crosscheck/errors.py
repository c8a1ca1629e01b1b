"""The errors that are told in one clear line."""


class UserError(Exception):
    """One clear line: what is wrong and what to do. The command line prints it and exits 2."""


class NotMeasuredError(Exception):
    """One clear line: why there is no such figure. The other figures stand."""
