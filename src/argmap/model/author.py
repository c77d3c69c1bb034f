"""Names of authors: the part of a name by which its bearer is cited."""

from __future__ import annotations

import re
import unicodedata

_ARTICLE = re.compile(r"the|an?|de|de[rs]|die|das|l[ea]s?|el|los|il|gli|het", re.IGNORECASE)
_PARTICLE = re.compile(
    r"a[fl]|av|bin|ibn|d[aeiou]|de[lmnrs]|dal|dei|degli|della|dos|el|l[aeo]s?|'t|te[nr]|van|vo[nm]"
    r"|zu|zu[mr]",
    re.IGNORECASE,
)
_SUFFIX = re.compile(r"(?:jr|sr|ii|iii|iv)\.?", re.IGNORECASE)
_LINK = re.compile(
    r"of|for|and|the|in|on|at|to|from|against|without|&|et|sans|pour|und|f\u00fcr|gegen|y|e|per"
)
_INSTITUTION = re.compile(
    r"(?:institut|organi[sz]|universi|minist|office$|counci|committ|commission|group|press$|agenc"
    r"|associa|assembl|societ|party$|partei$|bank$|cent(?:er|re)s?$|colleg|academ|akademi|foundation"
    r"|govern|regierung|department|bureau|board$|court$|union|league|team$|staff$|editor|redaktion"
    r"|news|times$|network|federa|compan|corporation|parliament|trust$|fund$|research|laborator"
    r"|service|authorit|administration|nations$|alliance|congress$|senat|embass|museum|librar"
    r"|school|police$|campaign|forum$|taskforce|project|initiativ|partnership|journal|church$"
    r"|world$|international|global$|national$|european$|watch$|conference|observator"
    r"|.+(?:amt|dienst|verband|verein|zentrum|gesellschaft|stiftung|ministerium|kammer)$)",
    re.IGNORECASE,
)
_TITLES = re.compile(
    r"(?:(?:prof(?:essor)?(?:in)?|dr|mrs?|ms|herrn?|frau|sir|dame|lord|lady|pd|dipl|ing|mag|mme|mlle|monsieur"
    r"|madame|sra?|sig(?:ra)?|dott(?:oressa)?|h\.?\s?c|rer|nat|med|jur|phil|habil)(?:\.-?|-|(?=\s))\s*)+",
    re.IGNORECASE,
)
_PLAIN = str.maketrans(
    {"\u0131": "i", "\u00f8": "o", "\u0142": "l", "\u0111": "d", "\u00e6": "ae", "\u0153": "oe"}
)
_WORDS_OF_A_PERSON = 4


def family_name(author: str) -> str:
    """The part of an author's name that a citation gives: a person's family name, or all of it.

    What stands before a comma is a family name. Else the family name is the last word, with the
    particles before it. A name that may be an institution's is given in full: a person cited in
    full is a smaller mistake than an institution cut to its last word.

    >>> [family_name(author) for author in ("Bert Bock", "Smith, John", "Ludwig van Beethoven")]
    ['Bock', 'Smith', 'van Beethoven']
    >>> family_name("World Health Organization")
    'World Health Organization'
    """
    author = without_title(author)
    if _may_be_institution(author):
        return author
    family, comma, _ = author.partition(",")
    if comma:
        return family.strip() or author
    words = author.split()
    while len(words) > 1 and _SUFFIX.fullmatch(words[-1]):
        words.pop()
    start = len(words) - 1
    while start > 1 and _PARTICLE.fullmatch(words[start - 1]):
        start -= 1
    return " ".join(words[start:])


def _may_be_institution(author: str) -> bool:
    """Whether a name may be an institution's.

    It may if it holds a word such as "of". So may a name without a comma that is a single word,
    opens with an article, holds a word such as "Council" or one in capitals, ends with a digit or a
    single letter, or has over four words besides particles.
    """
    words = author.split()
    if "," in author or len(words) <= 1:
        return len(words) <= 1 or any(map(_LINK.fullmatch, words))
    last = words[-1].rstrip(".")
    return (
        _ARTICLE.fullmatch(words[0]) is not None
        or any(_LINK.fullmatch(word) or _INSTITUTION.match(word) for word in words)
        or any(_is_in_capitals(word) for word in words)
        or len(last) == 1
        or any(char.isdigit() for char in last)
        or sum(not _PARTICLE.fullmatch(word) for word in words) > _WORDS_OF_A_PERSON
    )


def _is_in_capitals(word: str) -> bool:
    return len(word) > 1 and word.isalpha() and word.isupper() and not _SUFFIX.fullmatch(word)


def in_speaking_order(author: str) -> str:
    """The name as it is said: a family name that stands first, before a comma, goes to the end.

    >>> in_speaking_order("van der Berg, Jan"), in_speaking_order("Jan van der Berg")
    ('Jan van der Berg', 'Jan van der Berg')
    """
    family, comma, given = author.partition(",")
    if not comma or not given.strip() or _may_be_institution(author):
        return author
    return f"{given.strip()} {family.strip()}"


def without_title(name: str) -> str:
    """The name without the titles that it opens with; a name that is only a title is kept.

    >>> without_title("Prof. Dr. Anke Weber"), without_title("Herr Holt"), without_title("Ing")
    ('Anke Weber', 'Holt', 'Ing')
    """
    match = _TITLES.match(name)
    return name if match is None else name[match.end() :] or name


def spelled_plainly(name: str) -> str:
    """The name in lower case without a title and without the marks of letters, for comparison.

    It is the same for all spellings of a name that differ in these alone.

    >>> spelled_plainly("Y\u0131ld\u0131z, Dr. Elif") == spelled_plainly("Elif Yildiz")
    True
    """
    spoken = without_title(in_speaking_order(name))
    letters = unicodedata.normalize("NFKD", spoken.casefold()).translate(_PLAIN)
    return " ".join("".join(char for char in letters if not unicodedata.combining(char)).split())
