"""The text of documents in their formats: plain text, Markdown, HTML, PDF and DOCX."""
