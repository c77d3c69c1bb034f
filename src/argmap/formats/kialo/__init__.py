"""The text that Kialo exports: a discussion as a numbered list of claims, each for or against one."""
