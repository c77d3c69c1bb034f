"""Safety cases in the Goal Structuring Notation (GSN): gsn2x YAML and LTAC outlines."""
