"""The two hands that make a map in the workbench: one has a mouse alone, the other the keys.

Both may type words into a field in which they are.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from playwright.sync_api import Locator, Page

    from tests.serving.browser.conftest import Bench

# The start and the end of words of the document, in pixels; the words are brought into view before.
PLACES = """words => {
  for (const paragraph of document.querySelectorAll('#doc-text p')) {
    const start = paragraph.textContent.indexOf(words);
    if (start < 0) continue;
    const walk = document.createTreeWalker(paragraph, NodeFilter.SHOW_TEXT);
    const at = (place) => {
      walk.currentNode = paragraph;
      let left = place;
      for (let node = walk.nextNode(); node; node = walk.nextNode()) {
        if (left < node.length) return [node, left];
        left -= node.length;
      }
    };
    const boxOf = (place) => {
      const range = document.createRange();
      const [node, left] = at(place);
      range.setStart(node, left);
      range.setEnd(node, left + 1);
      return range.getBoundingClientRect();
    };
    const text = document.getElementById('doc-text');
    text.scrollTop += boxOf(start).top - text.getBoundingClientRect().top - 90;
    const [first, last] = [boxOf(start), boxOf(start + words.length - 1)];
    return [first.left + 1, first.top + first.height / 2,
            last.right - 1, last.top + last.height / 2];
  }
}"""


@dataclass
class Hand(ABC):
    """A hand in a workbench."""

    bench: Bench

    @property
    def page(self) -> Page:
        """The page in which it works."""
        return self.bench.page

    @abstractmethod
    def go(self, target: Locator) -> None:
        """Go to an element."""

    @abstractmethod
    def press(self, target: Locator) -> None:
        """Press a button or a link."""

    @abstractmethod
    def mark(self, words: str) -> None:
        """Choose words of the document, so that the bar offers what they can be."""

    @abstractmethod
    def pick(self, field: str, words: str) -> None:
        """Pick the first entry of a field in which claims or steps are looked up."""

    @abstractmethod
    def choose_in(self, field: str, option: str) -> None:
        """Choose an option of a list."""

    @abstractmethod
    def open_claim(self, words: str) -> None:
        """Choose a claim by words of it."""

    @abstractmethod
    def undo(self) -> None:
        """Undo the last edit."""

    @abstractmethod
    def redo(self) -> None:
        """Do it again."""

    def button(self, name: str) -> Locator:
        """The button of this name in the dialog if one is open, else on the page."""
        within = self.page.locator("dialog[open]")
        place = within if within.count() else self.page.locator("body")
        return place.get_by_role("button", name=name, exact=True)

    def field(self, name: str) -> Locator:
        """The field of the dialog that has this name."""
        named = self.page.locator("#form").get_by_label(name, exact=True)
        return named.and_(self.page.locator("input, textarea, select"))

    def write(self, field: str, words: str) -> None:
        """Write words into a field of the dialog, in place of those that are there."""
        self.go(self.field(field))
        self.page.keyboard.press("Control+a")
        self.page.keyboard.type(words)

    def unfold(self, summary: str) -> None:
        """Unfold a part of the dialog."""
        self.press(self.page.locator("#form summary", has_text=summary))

    def send(self, doing: str) -> None:
        """Send the form, and wait until the edit is shown."""
        before = self.bench.shown_state
        self.press(self.button(doing))
        self.wait_for_other(before)

    def wait_for_other(self, before: str) -> None:
        """Wait until another state is shown."""
        words = "document.querySelector('#form .wrong')?.textContent"
        self.bench.wait_until(f"document.body.dataset.state !== '{before}' || {words}")
        refusal = self.bench.value(words)
        assert not refusal, refusal
        self.bench.wait_for_state()


class Mouse(Hand):
    """A hand that moves, presses, drags and lets go; it types into fields alone."""

    def go(self, target: Locator) -> None:
        """Go to an element."""
        target.click()

    def press(self, target: Locator) -> None:
        """Press a button."""
        target.click()

    def mark(self, words: str) -> None:
        """Choose words of the document."""
        places = self.page.evaluate(PLACES, words)
        assert places, f"not in the document: {words}"
        x, y, right, bottom = places
        self.page.mouse.move(x, y)
        self.page.mouse.down()
        self.page.mouse.move((x + right) / 2, (y + bottom) / 2)
        self.page.mouse.move(right, bottom)
        self.page.mouse.up()
        self.page.locator("#passage").wait_for(state="visible")

    def pick(self, field: str, words: str) -> None:
        """Pick the first entry that fits."""
        self.write(field, words)
        self.page.locator("#form [role=option]:visible").first.click()

    def choose_in(self, field: str, option: str) -> None:
        """Choose an option of a list."""
        # The list of a select is drawn by the system, and out of a test's reach.
        self.field(field).select_option(label=option)

    def open_claim(self, words: str) -> None:
        """Choose a claim."""
        self.page.locator("#doc-text mark", has_text=words).first.click()

    def undo(self) -> None:
        """Undo the last edit."""
        before = self.bench.shown_state
        self.press(self.button("Undo"))
        self.wait_for_other(before)

    def redo(self) -> None:
        """Do it again."""
        before = self.bench.shown_state
        self.press(self.button("Redo"))
        self.wait_for_other(before)


class Keys(Hand):
    """A hand that never touches the mouse."""

    def go(self, target: Locator) -> None:
        """Go to an element."""
        target.wait_for(state="visible")
        for _ in range(60):
            if target.evaluate("each => each === document.activeElement"):
                return
            self.page.keyboard.press("Tab")
        raise AssertionError(f"Tab never comes to {target}")

    def press(self, target: Locator) -> None:
        """Press a button."""
        self.go(target)
        self.page.keyboard.press("Enter")

    def mark(self, words: str) -> None:
        """Choose words of the document."""
        self.page.keyboard.press("d")
        for _ in range(90):
            chosen = self.page.evaluate("getSelection().toString()")
            if words in chosen:
                break
            text = self.page.evaluate("document.getElementById('doc-text').textContent")
            is_above = bool(chosen) and text.index(words) < text.index(chosen)
            self.page.keyboard.press("ArrowUp" if is_above else "ArrowDown")
        self.narrow(words)
        self.page.keyboard.press("Enter")
        self.page.locator("#passage").wait_for(state="visible")

    def narrow(self, wanted: str) -> None:
        """Take words away at both ends of the chosen sentence."""
        for key, side in (("ArrowRight", "startsWith"), ("Shift+ArrowLeft", "endsWith")):
            for _ in range(40):
                if self.page.evaluate(f"words => getSelection().toString().{side}(words)", wanted):
                    break
                self.page.keyboard.press(key)
        assert self.page.evaluate("getSelection().toString()") == wanted

    def pick(self, field: str, words: str) -> None:
        """Pick the first entry that fits."""
        self.write(field, words)
        self.page.locator("#form [role=option]:visible").first.wait_for()
        self.page.keyboard.press("Enter")

    def choose_in(self, field: str, option: str) -> None:
        """Choose an option of a list."""
        self.go(self.field(field))
        self.page.keyboard.type(option)

    def open_claim(self, words: str) -> None:
        """Choose a claim."""
        self.page.keyboard.press("/")
        self.page.keyboard.type(words)
        self.page.keyboard.press("Enter")
        self.bench.wait_until("argmap.state().chosen !== null")

    def undo(self) -> None:
        """Undo the last edit."""
        before = self.bench.shown_state
        self.page.keyboard.press("Control+z")
        self.wait_for_other(before)

    def redo(self) -> None:
        """Do it again."""
        before = self.bench.shown_state
        self.page.keyboard.press("Control+Shift+z")
        self.wait_for_other(before)
