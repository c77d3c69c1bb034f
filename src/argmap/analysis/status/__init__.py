"""The status of a claim: the reasons for it, and the stances that change it."""
