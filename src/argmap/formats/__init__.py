"""Other people's formats, one file each; reading them needs neither pydantic nor networkx."""
