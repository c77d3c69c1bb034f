"""The workbench in the browser, and the room: what is shown and taken over HTTP."""
