"""Settings for all tests."""

from hypothesis import settings

# A busy machine must not fail a test: time is measured in benchmarks/, never here.
settings.register_profile("patient", deadline=None)
settings.load_profile("patient")
