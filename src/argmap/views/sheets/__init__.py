"""Documents to print: report, brief, flow sheet, agenda."""
