"""The one kind of error that is the user's to mend."""


class UserError(Exception):
    """One clear line that says what is wrong and what to do; the command line prints it and exits
    2.
    """
