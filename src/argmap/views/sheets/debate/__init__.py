"""Sheets for a debate: brief, flow sheet, agenda."""
