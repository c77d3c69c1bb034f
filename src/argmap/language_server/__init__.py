"""The server for editors: claim files checked, completed and renamed while they are written."""
