/** The cards, headings and buttons of the view Read, painted. */

import { FIRST_LINE, PASSAGE_GAP, SIDE } from '../layout/read/cards.js';
import { CLAIMS } from '../state/data.js';
import { LOOK } from '../state/look.js';
import { SHOWN } from '../state/shown.js';
import { STATE } from '../state/store.js';
import { paintFolded } from './badges.js';
import { inkOfLetters, isStruck, paintBody, paintHead, paintRing } from './cards.js';
import { paintArrow, paintChapter, paintFrame, paintTie } from './lines.js';
import { WORDS } from './pens.js';
import { paintStrength, titleOf } from './strength-bar.js';
import { isNew, onItsWay, travelled } from './travel.js';

/**
 * A card with its sentence.
 * @param {Surface} s @param {ReadCard} card
 */
function paintReadCard(s, card) {
  const claim = /** @type {Claim} */ (CLAIMS.get(card.id));
  const title = titleOf(claim);
  const placed = { ...claim, ...card };
  s.group(
    () => {
      paintBody(s, placed, WORDS, card.isCopy);
      if (card.id === STATE.centre && !card.isCopy && s.isScreen) paintRing(s, placed);
      paintHead(s, placed);
      paintPassages(s, card, claim);
      paintStrength(s, placed);
    },
    { title },
  );
}

/** @param {Surface} s @param {ReadCard} card @param {Claim} claim */
function paintPassages(s, { isRightToLeft: isRtl, passages, x, y, w }, claim) {
  let top = y + FIRST_LINE;
  for (const { bold, lines, quiet, type } of passages) {
    const [size, leading] = type;
    const fill = quiet ? s.ink.mute : inkOfLetters(s, claim);
    const struck = bold && isStruck(claim);
    const isRightToLeft = isRtl && !quiet;
    const at = isRightToLeft ? x + w - SIDE : x + LOOK.left;
    for (const line of lines) {
      top += leading;
      s.text(line, at, top - (leading - size) / 2 - size * 0.18, {
        size,
        bold,
        fill,
        struck,
        isRightToLeft,
      });
    }
    top += PASSAGE_GAP;
  }
}

/** @param {Surface} s @param {Heading} heading */
function paintHeading(s, { anchor, bold, ink, isRightToLeft, type, words, x, y }) {
  s.text(words, x, y, { size: type[0], bold, fill: s.ink[ink], anchor, isRightToLeft });
}

/** The button that shows what was left out. @param {Surface} s @param {More} more */
function paintMore(s, more) {
  const { h, w, words, x, y } = more;
  s.box(more, h / 2, { fill: s.ink.panel, stroke: s.ink.mute, width: 1.4 });
  s.text(words, x + w / 2, y + h / 2 + 4.6, {
    size: 13.5,
    bold: true,
    fill: s.ink.ink,
    anchor: 'middle',
  });
}

/** The whole picture, with cards that are on their way. @param {Surface} s */
export function paintReading(s) {
  const {
    arrows,
    cards = [],
    chapters,
    containers,
    headings = [],
    more = [],
    ties,
  } = SHOWN.picture;
  const part = s.isScreen ? travelled() : 1;
  const fresh = (/** @type {() => void} */ paint) => s.group(paint, { opacity: part });
  fresh(() => {
    for (const chapter of chapters) paintChapter(s, chapter, WORDS);
    for (const tie of ties) paintTie(s, tie, WORDS);
    for (const frame of containers) paintFrame(s, frame, WORDS);
    for (const arrow of arrows) paintArrow(s, arrow, WORDS);
    for (const heading of headings) paintHeading(s, heading);
  });
  for (const card of cards) {
    const paint = () => {
      paintReadCard(s, s.isScreen ? onItsWay(card) : card);
      const claim = /** @type {Claim} */ (CLAIMS.get(card.id));
      if (card.hasMore && SHOWN.folded.has(card.id))
        paintFolded(s, { ...claim, ...onItsWay(card) }, WORDS);
    };
    if (isNew(card)) fresh(paint);
    else paint();
  }
  fresh(() => {
    for (const each of more) paintMore(s, each);
  });
}
