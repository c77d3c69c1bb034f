"""The headings of columns, in several languages, and the part of a map that each stands for."""

from __future__ import annotations

from types import MappingProxyType

from argmap.reading.slugs import slug

# English, German, French, Spanish and Portuguese, as `slug` writes them. Where two columns of a
# table mean the same part, the word that stands first here wins, and the other column is kept as
# data of the author's own.
_WORDS = {
    "id": """
        id claim-id argument-id node-id nodeid key nr no number nummer kennung numero
        identifiant codigo""",
    "claim": "claim behauptung affirmation afirmacion afirmacao",
    "text": """
        text claim-text statement proposition sentence content wording claim behauptung aussage
        satz texte enonce affirmation texto enunciado afirmacion afirmacao declaracao argument
        argumento argument-text premise-text post thesis these tesis tese main-claim major-claim
        hauptthese""",
    "label": """
        label short-label short title kurztitel titel titre name bezeichnung etiquette libelle
        titulo etiqueta nome rotulo""",
    "from": """
        from from-id from-claim premise premises attacker arg1 argument1 head von praemisse
        praemissen de depuis premisse premisses desde premisa premisas premissa premissas origen
        origem source-id""",
    "to": """
        to to-id to-claim target target-id conclusion attacked arg2 argument2 tail nach an ziel
        zu konklusion schlussfolgerung vers cible a hacia objetivo destino conclusao para alvo""",
    "kind": """
        kind relation relation-type relationtype edge-type type art beziehung beziehungsart typ
        relationsart genre tipo relacion relacao tipo-de-relacion tipo-de-relacao""",
    "stance": """
        stance pro-con pro-contra pro-kontra pro-or-con polarity side haltung seite
        dafuer-dagegen position pour-contre postura posicion a-favor-en-contra posicao sentiment""",
    "parent": """
        parent parent-id parent-claim reply-to replies-to responds-to in-reply-to under eltern
        elternteil oberthese uebergeordnet antwort-auf bezug parent-de reponse-a padre superior
        responde-a pai resposta-a""",
    "topic": """
        topic motion resolution thema antrag sujet motion-debattue tema mocion mocao main-claim
        major-claim hauptthese thesis these tesis tese""",
    "supports": """
        supports supports-ids is-for stuetzt unterstuetzt soutient appuie apoya apoia suporta""",
    "attacks": "attacks attacks-ids is-against greift-an attackiert attaque ataca",
    "undercuts": "undercuts untergraebt sape socava",
    "contradicts": "contradicts widerspricht contredit contradice contradiz",
    "restates": "restates same-as entspricht reformule reformula",
    "supported_by": """
        supported-by supporters reasons evidence gestuetzt-durch unterstuetzt-von gruende
        soutenu-par apoyado-por apoiado-por""",
    "attacked_by": """
        attacked-by attackers objections angegriffen-von einwaende attaque-par objections-a
        atacado-por objeciones objecoes""",
    "pro": """
        pro pros pro-argument pro-arguments arguments-for argument-for for dafuer pro-argumente
        argumente-dafuer pour arguments-pour a-favor argumentos-a-favor favor""",
    "con": """
        con cons contra con-argument con-arguments arguments-against argument-against against
        dagegen kontra kontra-argumente contra-argumente argumente-dagegen contre
        arguments-contre en-contra argumentos-en-contra argumentos-contra""",
    "source": """
        source sources citation reference quelle quellen beleg fundstelle referenz fuente
        fuentes cita fonte fontes citacao referencia""",
    "author": "author authors autor autorin autoren verfasser auteur auteurs autores autora",
    "date": "date year datum jahr annee fecha ano",
    "publisher": "publisher verlag editeur editorial editora",
    "source_kind": "source-kind",
    "url": "url link web-address website internetadresse lien enlace ligacao",
    "cite_as": "cite-as",
    "caveats": "caveats",
    "doi": "doi",
    "accessed": "accessed abgerufen consulte consultado acessado",
    "version": "version versao",
    "retracted": "retracted",
    "isbn": "isbn",
    "speaker": """
        speaker who said-by sprecher sprecherin wer orateur locuteur orador hablante falante""",
    "mode": "mode",
    "quote": """
        quote quotation excerpt zitat citat extrait citation-exacte cita-textual citacao-textual""",
    "prefix": "quote-before",
    "suffix": "quote-after",
    "paragraph": "paragraph absatz paragraphe parrafo paragrafo",
    "page": "page pages seite-nr seitenzahl pagina seite",
    "place": "place-in-source",
    "time": "time timestamp zeit zeitmarke temps minute tiempo tempo",
    "section": "section chapter abschnitt kapitel chapitre seccion capitulo secao",
    "tags": """
        tags tag keywords schlagworte schlagwoerter stichworte mots-cles etiquetas
        palabras-clave palavras-chave marcadores""",
    "note": """
        note notes comment comments remark notiz notizen kommentar bemerkung anmerkung remarque
        commentaire nota notas comentario observacao""",
    "granted": "granted zugestanden",
    "credence": "credence glaubensgrad",
    "main": "main hauptbehauptung",
    "force": "force",
    "weight": "weight gewicht poids peso",
    "scheme": "scheme argument-scheme schema argumentationsschema schema-argumentatif esquema",
    "presses": "presses",
    "rationale": "rationale warrant begruendung",
    "reader": "reader name leser",
    "verdict": "verdict credence",
}
_OF_READERS = ("reader", "claim", "verdict")
_OF_RELATIONS = frozenset({"from", "to", "parent", "stance", "kind"})
_JOINS = frozenset({"parent", "to", "supports", "attacks", "supported_by", "attacked_by"})
PARTS = tuple(_WORDS)
"""The parts of a map that a column may hold."""
WORDS = MappingProxyType({part: tuple(all_.split()) for part, all_ in _WORDS.items()})
"""The headings for each part, as `slug` writes them."""

_RANKS = {part: {word: n for n, word in enumerate(words)} for part, words in WORDS.items()}
HEADINGS = MappingProxyType(
    {
        "source_kind": "source kind",
        "cite_as": "cite as",
        "prefix": "quote before",
        "suffix": "quote after",
        "place": "place in source",
    }
)
"""The headings that are written, where they are not the name of the part itself."""


def heading_of(part: str) -> str:
    """The heading of a column that is written."""
    return HEADINGS.get(part, part)


def parts_meant(heading: str) -> dict[str, int]:
    """The parts that a heading may mean, each with its rank among the words for that part.

    >>> parts_meant("Quelle"), sorted(parts_meant("Claim")), parts_meant("Owner")
    ({'source': 4}, ['claim', 'text'], {})
    """
    word = slug(heading).replace("_", "-")
    return {part: ranks[word] for part, ranks in _RANKS.items() if word in ranks}


def columns_of(headings: list[str]) -> dict[str, int]:
    """The number of the column for each part that these headings name.

    >>> columns_of(["Source", "Target", "Type"]), columns_of(["id", "claim", "source"])
    ({'from': 0, 'to': 1, 'kind': 2}, {'id': 0, 'text': 1, 'source': 2})
    """
    best: dict[str, tuple[int, int]] = {}
    for column, heading in enumerate(headings):
        for part, rank in parts_meant(heading).items():
            if part not in best or rank < best[part][0]:
                best[part] = (rank, column)
    columns = {part: column for part, (_, column) in best.items()}
    _settle(columns)
    return columns


def _settle(columns: dict[str, int]) -> None:
    """Leave each column one part, by the other columns of the table."""
    if "to" in columns and "from" not in columns and "source" in columns:
        columns["from"] = columns.pop("source")
        columns_in_order = sorted(columns.items(), key=lambda pair: pair[1])
        columns.clear()
        columns.update(columns_in_order)
    of_readers = {part: columns[part] for part in _OF_READERS if part in columns}
    if len(of_readers) == len(_OF_READERS) and not columns.keys() & _OF_RELATIONS:
        columns.clear()
        columns.update(of_readers)
        return
    for part in ("reader", "verdict"):
        columns.pop(part, None)
    claim = columns.pop("claim", None)
    if claim is not None and columns.get("text") != claim and "id" not in columns:
        columns["id"] = claim
    if columns.get("stance") == columns.get("page") and not columns.keys() & {*_JOINS, "topic"}:
        columns.pop("stance", None)  # a `Seite` without a claim that could have sides
    taken: dict[int, str] = {}
    for part in [*columns]:
        other = taken.setdefault(columns[part], part)
        if other != part:
            del columns[part]
    _settle_text(columns)


def _settle_text(columns: dict[str, int]) -> None:
    """Take the labels or the topics for the texts of claims, where nothing else is their text."""
    has_both_ends = {"from", "to"} <= columns.keys()
    if "text" in columns or has_both_ends:
        return
    is_joined = bool(columns.keys() & {*_JOINS, "pro", "con"})
    if "label" in columns:
        if is_joined and "id" not in columns:
            columns["text"] = columns.pop("label")
    elif "topic" in columns and (is_joined or "id" in columns):
        columns["text"] = columns.pop("topic")
