"""Claims proposed from a document by a language model, asked for one part after the other."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.drafting.model_answer import claims_in, proposals_in
from argmap.drafting.model_prompt import messages_of, windows_of

if TYPE_CHECKING:
    from argmap.documents.document import Document
    from argmap.drafting.model_client import LanguageModel
    from argmap.drafting.proposal import Proposals


def drafts_by_model(document: Document, model: LanguageModel) -> Proposals:
    """The claims that a language model proposes and whose words are in the document.

    Raises:
        UsageError: the model gave no answer, or one of another form.
    """
    answers = [claims_in(model.answer_to(messages_of(window))) for window in windows_of(document)]
    return proposals_in(document, answers)
