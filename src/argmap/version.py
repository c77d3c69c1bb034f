"""The version of argmap, which the package as it is published takes from here."""

__version__ = "0.2.0"
