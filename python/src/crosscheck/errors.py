"""The one kind of error that is the user's to mend."""


class UserError(Exception):
    """One clear line: what is wrong and what to do. The command line prints it and exits 2."""
