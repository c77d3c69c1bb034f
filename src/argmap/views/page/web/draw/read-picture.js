/** The cards, headings and buttons of the view Read, painted. */

import { FIRST_LINE, PASSAGE_GAP, SIDE } from '../layout/read/cards.js';
import { CLAIMS } from '../state/data.js';
import { LOOK } from '../state/look.js';
import { SHOWN } from '../state/shown.js';
import { statusWords, toneOf, wordOf } from '../state/standing.js';
import { STATE } from '../state/store.js';
import { paintFolded } from './badges.js';
import { borderOf, groundOf, inkOfLetters, isStruck, paintSign, paintStrip } from './cards.js';
import { paintArrow, paintChapter, paintFrame, paintTie } from './lines.js';
import { WORDS } from './pens.js';
import { isNew, onItsWay, travelled } from './travel.js';

/** The least letters in which a status is written. */
const STATUS = 12.5;

/**
 * A card with its sentence.
 * @param {Surface} s @param {ReadCard} card
 */
function paintReadCard(s, card) {
  const claim = /** @type {Claim} */ (CLAIMS.get(card.id));
  const title = `${claim.number} ${claim.name}`;
  s.group(
    () => {
      const isCentre = card.id === STATE.centre && !card.isCopy;
      const shadow = !STATE.dark && claim.word !== 'falls' && !card.isCopy;
      s.box(card, LOOK.corner, { fill: groundOf(s, claim), shadow });
      paintStrip(s, { ...claim, ...card });
      const border = borderOf(s, claim);
      const isHovered = s.isScreen && claim.id === STATE.hovered;
      const style = card.isCopy ? { ...border, dashes: [2, 3] } : border;
      s.box(card, LOOK.corner, { ...style, width: (border.width || 0) + (isHovered ? 1 : 0) });
      if (isCentre && s.isScreen) paintRing(s, card);
      paintTop(s, card, claim);
      paintPassages(s, card, claim);
    },
    { title },
  );
}

/** @param {Surface} s @param {ReadCard} card */
function paintRing(s, { x, y, w, h }) {
  s.box({ x: x - 5, y: y - 5, w: w + 10, h: h + 10 }, LOOK.corner + 4, {
    stroke: s.ink.select,
    width: 3,
  });
}

/** The number, and the status in words. @param {Surface} s @param {ReadCard} card @param {Claim} claim */
function paintTop(s, { x, y, w }, claim) {
  const base = y + 21;
  s.text(claim.number, x + LOOK.left, base, { size: LOOK.number, bold: true, fill: s.ink.ink });
  const tone = toneOf(claim);
  const room = w - LOOK.left - s.measure(claim.number, LOOK.number, true) - 24;
  const isWide = s.measure(statusWords(claim), STATUS, true) + 31 > room;
  const words = isWide ? wordOf(claim) : statusWords(claim);
  const wide = s.measure(words, STATUS, true) + 31;
  const left = x + w - 9 - wide;
  s.box({ x: left, y: y + 7, w: wide, h: 20 }, 10, { fill: s.ink[`${tone}-bg`] });
  paintSign(s, claim, left + 11, y + 17, 1);
  s.text(words, left + 23, y + 21.3, { size: STATUS, bold: true, fill: s.ink[tone] });
}

/** @param {Surface} s @param {ReadCard} card @param {Claim} claim */
function paintPassages(s, { passages, rtl, x, y, w }, claim) {
  let top = y + FIRST_LINE;
  for (const { bold, lines, quiet, type } of passages) {
    const [size, leading] = type;
    const fill = quiet ? s.ink.mute : inkOfLetters(s, claim);
    const struck = bold && isStruck(claim);
    const isRightToLeft = rtl && !quiet;
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
