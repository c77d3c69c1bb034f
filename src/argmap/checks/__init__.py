"""The checks: functions from a map (and documents) to diagnostics, run in a fixed order."""
