"""Preparation for debate: questions, stakes, briefs, agendas."""
