"""Words that claims of several maps share: what makes two texts say one thing, in SQL."""

from __future__ import annotations

_JOINERS = "[''\u2019\u02bc\u00ad\u200b-\u200d\u2060\ufe0e\ufe0f\ufeff]"
_BETWEEN = r"[^\p{L}\p{M}\p{N}\p{Sm}\p{Sc}\p{So}%#&@/]+"


def said(text: str) -> str:
    """The SQL of what a text says, case and punctuation aside: marks on letters and signs count.

    Whoever searches leaves them out, and finds `schön` by `schon`; but these two say different
    things. `text` is the SQL of the text.
    """
    plain = f"regexp_replace(lower(nfc_normalize({text})), '{_JOINERS}', '', 'g')"
    signed = (
        rf"regexp_replace({plain}, '(^|[^\p{{L}}\p{{N}}])[-\x{{2212}}]([0-9])', '\1 minus \2', 'g')"
    )
    return f"trim(regexp_replace({signed}, '{_BETWEEN}', ' ', 'g'))"
