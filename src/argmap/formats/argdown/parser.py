"""The parser: tokens as blocks, which empty lines divide; every error of syntax is placed.

Each block is parsed by itself, so that an error costs no more than the rest of its line. Nothing
here recurses: relations may be nested as deep as one likes.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.formats.argdown.blocks import (
    ArgdownDocument,
    ArgdownElement,
    Block,
    DrawnBelow,
    HeadingBlock,
    Inference,
    PremiseStructure,
    SyntaxFault,
)
from argmap.formats.argdown.cursor import TokenCursor
from argmap.formats.argdown.faults import AT_START, OUT_OF_PLACE
from argmap.formats.argdown.tokens import CONTENT, ITEMS, ArgdownToken, TokenSign

if TYPE_CHECKING:
    from collections.abc import Iterator

_DEFINITIONS = {
    TokenSign.STATEMENT_DEFINITION: False,
    TokenSign.ARGUMENT_DEFINITION: True,
}
_REFERENCES = {
    TokenSign.STATEMENT_REFERENCE: False,
    TokenSign.ARGUMENT_REFERENCE: True,
}
_UNDERCUTS = ("<_", "_")
_BEFORE_FRONT_MATTER = (TokenSign.NEWLINE, TokenSign.EMPTY_LINE)


def parse(tokens: list[ArgdownToken]) -> ArgdownDocument:
    """The document of these tokens. Cost: linear."""
    document = ArgdownDocument()
    begin = 0
    while begin < len(tokens) and tokens[begin].sign in _BEFORE_FRONT_MATTER:
        begin += 1
    if begin < len(tokens) and tokens[begin].sign is TokenSign.FRONT_MATTER:
        document.front_matter = tokens[begin]
        begin += 1
        while begin < len(tokens) and tokens[begin].sign is TokenSign.NEWLINE:
            begin += 1
        if begin < len(tokens) and tokens[begin].sign is not TokenSign.EMPTY_LINE:
            message = "the front matter runs into the line after it"
            hint = "leave an empty line below the closing ==="
            document.faults.append(SyntaxFault(tokens[begin].start, message, hint))
    for block in _divided(tokens, begin):
        _Block(block, document).parse()
    return document


def _divided(tokens: list[ArgdownToken], begin: int) -> Iterator[list[ArgdownToken]]:
    """The tokens between empty lines, without line breaks at their beginning."""
    block: list[ArgdownToken] = []
    for token in tokens[begin:]:
        if token.sign is TokenSign.EMPTY_LINE:
            if block:
                yield block
            block = []
        elif block or token.sign is not TokenSign.NEWLINE:
            block.append(token)
    if block:
        yield block


class _Block(TokenCursor):
    """The parser of one block, at a token of it."""

    def __init__(self, tokens: list[ArgdownToken], document: ArgdownDocument) -> None:
        super().__init__(tokens, document)
        self._groups: list[tuple[int, ArgdownElement | Inference | None]] = []
        self._above: ArgdownElement | Inference | None = None

    def parse(self) -> None:
        """Add the blocks of the document that these tokens are."""
        sign = self._tokens[0].sign
        blocks = self._document.blocks
        if sign is TokenSign.HEADING:
            blocks.append(self._heading())
        elif sign is TokenSign.NUMBER:
            structure = self._structure()
            if structure is not None:
                blocks.append(structure)
        elif sign in ITEMS:
            blocks.extend(self._items())
        else:
            blocks.extend(self._tree())

    def _tree(self) -> list[Block]:
        """A statement or an argument, with the relations below it."""
        token = self._tokens[0]
        if token.sign in AT_START:
            self._complain(token.start, *AT_START[token.sign])
            if token.sign is not TokenSign.RELATION:
                self._skip_line()
            else:
                self._at += 1
            if self._next is None:
                return []
        element = self._element()
        self._groups = [(0, None)]
        self._above = element
        self._relations()
        self._finish()
        return [element] if element is not None else []

    def _heading(self) -> HeadingBlock:
        start = self._tokens[0]
        self._at = 1
        heading = HeadingBlock(start.start, len(start.value), self._content())
        if not heading.content:
            self._complain(start.start, "a heading without words", "write its words on this line")
        self._take(TokenSign.NEWLINE)
        heading.data = self._take(TokenSign.DATA)
        self._finish()
        return heading

    def _items(self) -> Iterator[Block]:
        """The elements of a list, each with the relations below it."""
        level = self._tokens[0].indent
        kind = self._tokens[0].sign
        while (item := self._take(*ITEMS)) is not None:
            if item.indent > level or item.sign is not kind:
                message = "a list inside a list, or items of two kinds"
                hint = "begin all items alike, with as many blanks before them"
                self._complain(item.start, message, hint)
            element = self._element()
            self._groups, self._above = [(item.indent, None)], element
            self._relations()
            if element is not None:
                yield element
        self._finish()

    def _structure(self) -> PremiseStructure | None:
        """A premise-conclusion structure; None if it has no conclusion."""
        structure = PremiseStructure(self._tokens[0].start)
        inference: Inference | None = None
        is_told = False
        while (token := self._next) is not None:
            if token.sign is TokenSign.NUMBER:
                self._at += 1
                element = self._element()
                if element is not None and element.is_argument:
                    message = "an argument as a premise or conclusion"
                    hint = "write a statement there: `[title]: text`, or `[title]`"
                    self._complain(element.start, message, hint)
                    element, is_told = None, True
                if element is not None:
                    structure.lines.append((inference, element))
                    inference = None
                self._groups, self._above = [(0, None)], element
                self._relations()
            elif token.sign is TokenSign.INFERENCE_START:
                if inference is not None or not structure.lines:
                    message = "an inference needs a numbered statement before and after it"
                    self._complain(token.start, message, "write one there, such as `(2) Text`")
                inference = self._inference()
                is_told = is_told or not inference.is_closed
            else:
                self._complain(
                    token.start, *OUT_OF_PLACE.get(token.sign, OUT_OF_PLACE[TokenSign.TEXT])
                )
                self._at += 1
                self._skip_line()
        if not is_told:
            self._complain_of_end(structure, inference)
        return self._complete(structure)

    def _complain_of_end(self, structure: PremiseStructure, open_: Inference | None) -> None:
        """Complain of a conclusion that is missing."""
        if open_ is not None:
            message = "no conclusion stands below this line"
            self._complain(open_.start, message, "write it there, such as `(3) Text`")
        elif not any(inference is not None for inference, _ in structure.lines):
            message = "numbered statements without an inference"
            hint = "write ---- between the premises and the conclusion, without empty lines"
            self._complain(structure.start, message, hint)
        elif structure.lines[-1][0] is None:
            message = "a premise from which nothing is concluded"
            hint = "write ---- and a conclusion below it"
            self._complain(structure.lines[-1][1].start, message, hint)

    def _complete(self, structure: PremiseStructure) -> PremiseStructure | None:
        """The structure up to its last conclusion; statements beyond it are blocks."""
        lines = structure.lines
        end = max((n for n, line in enumerate(lines, 1) if line[0] is not None), default=0)
        self._document.blocks += [element for _, element in lines[end:]]
        del lines[end:]
        return structure if lines else None

    def _inference(self) -> Inference:
        start = self._tokens[self._at]
        self._at += 1
        inference = Inference(start.start)
        words: list[str] = []
        while (
            token := self._take(TokenSign.TEXT, TokenSign.COMMA, TokenSign.NEWLINE, TokenSign.DATA)
        ) is not None:
            if token.sign is TokenSign.DATA:
                inference.data = token
            elif token.sign is TokenSign.COMMA:
                inference.rules.append("".join(words))
                words = []
            else:
                words.append(token.value or " ")
        inference.rules.append("".join(words))
        inference.rules = [" ".join(rule.split()) for rule in inference.rules if rule.strip()]
        if self._take(TokenSign.INFERENCE_END) is None:
            message = "an inference that does not end"
            self._complain(start.start, message, "write ---- or `-- rule --` on a line of its own")
            inference.is_closed = False
        elif self._take(TokenSign.NEWLINE) is None and (after := self._next) is not None:
            message = "words after the inference"
            self._complain(after.start, message, "end the line after the closing hyphens")
            self._skip_line()
        self._groups, self._above = [(0, None)], inference
        self._relations()
        return inference

    def _relations(self) -> None:
        """The relations below an element, each under the one that it is indented below."""
        while (token := self._take(TokenSign.RELATION)) is not None:
            groups = self._groups
            if token.indent > groups[-1][0]:
                groups.append((token.indent, self._above))
            else:
                while len(groups) > 1 and token.indent < groups[-1][0]:
                    groups.pop()
            parent = groups[-1][1]
            if len(groups) == 1:
                message = "a relation that belongs to nothing"
                hint = "indent it below the statement or argument that it is about"
                self._complain(token.start, message, hint)
            element = self._element()
            self._above = element
            if element is None or parent is None:
                continue
            if isinstance(parent, Inference) and token.value not in _UNDERCUTS:
                message = f"`{token.value}` below an inference"
                self._complain(token.start, message, "below an inference write `<_` alone")
            elif token.value == "><" and element.is_argument:
                message = "an argument that contradicts"
                hint = "only statements contradict: write `[title]`, or an attack `<-`"
                self._complain(element.start, message, hint)
            else:
                parent.related.append(DrawnBelow(token.value, token.start, element))

    def _element(self) -> ArgdownElement | None:
        """A statement or argument up to the next line that begins something; None if not there."""
        token = self._next
        if token is not None and token.sign in _DEFINITIONS:
            self._at += 1
            element = ArgdownElement(token.start, _DEFINITIONS[token.sign], token.value)
            element.content = self._content()
            if not element.content:
                message = f"no text follows the title `{token.value}`"
                hint = "write its text right after the colon, or leave the colon out"
                self._complain(token.start, message, hint)
        elif token is not None and token.sign in _REFERENCES:
            self._at += 1
            element = ArgdownElement(
                token.start, _REFERENCES[token.sign], token.value, is_reference=True
            )
            while (tag := self._take(TokenSign.TAG)) is not None:
                element.tags.append(tag.value)
        elif token is not None and token.sign in CONTENT:
            element = ArgdownElement(token.start, is_argument=False, content=self._content())
        else:
            previous = self._tokens[self._at - 1]
            self._complain(previous.start, "nothing is written here", "write a statement after it")
            self._to_line_start()
            return None
        self._end_of(element)
        return element

    def _end_of(self, element: ArgdownElement) -> None:
        """Take the data after an element, and complain of what else follows it."""
        self._take(TokenSign.NEWLINE)
        element.data = self._take(TokenSign.DATA)
        self._take(TokenSign.NEWLINE)
        self._to_line_start(after=element)

    def _content(self) -> list[ArgdownToken]:
        """The tokens of a text; emphasis that is never closed is complained of."""
        begin = self._at
        emphasis: list[ArgdownToken] = []
        while (token := self._take(*CONTENT)) is not None:
            if token.sign is TokenSign.EMPHASIS_START:
                emphasis.append(token)
            elif token.sign is TokenSign.EMPHASIS_END and emphasis:
                emphasis.pop()
        for token in emphasis:
            message = f"the emphasis that begins with `{token.value}` does not end"
            hint = f"close it by the same sign, or write \\{token.value[0]} for the sign itself"
            self._complain(token.start, message, hint)
        return self._tokens[begin : self._at]
