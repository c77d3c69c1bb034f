/** Badges on the border of a card: what is singled out, and what is folded away. */

import { boxOf, isInside } from '../layout/boxes.js';
import { widthOf } from '../layout/letters.js';
import { LOOK } from '../state/look.js';
import { SHOWN } from '../state/shown.js';
import { captionSize, levelAt, WORDS } from './pens.js';

/** How far the words of a badge stand below its middle, in parts of their size. */
const DOWN = 0.34;

/**
 * A caption on the lower border of a claim that is singled out; above is where premises stand
 * together.
 * @param {Surface} s @param {Claim} claim @param {string} words @param {number} level
 */
export function paintCaption(s, claim, words, level) {
  const size = captionSize(s, level < WORDS ? LOOK.afar.size : LOOK.small[0]);
  const w = s.measure(words, size, true) + size * 1.1;
  const isStrong = words === 'falls' || words === 'critical premise';
  const middle = claim.y + claim.h + size * 0.3;
  const area = { x: claim.x + 14, y: middle - size * 0.75, w, h: size * 1.5 };
  const fill = isStrong ? s.ink.select : s.ink['yours-bg'];
  s.group(() => {
    s.box(area, size * 0.75, { fill, stroke: s.ink.select, width: 1.4 });
    const letters = { size, bold: true, fill: isStrong ? s.ink.card : s.ink.yours };
    s.text(words, area.x + size * 0.55, middle + size * DOWN, letters);
  });
}

/** @param {{scale: number}} s @param {number} level */
export function foldedSize(s, level) {
  return captionSize(s, level < WORDS ? LOOK.badge.far : LOOK.badge.near);
}

/**
 * The area of "+n": it hangs over a corner, as lines come out of the upper side of a card and
 * arrive at the lower one.
 * @param {Claim} claim @param {number} size @returns {Rectangle}
 */
export function foldedArea({ id, x, y, w, h }, size) {
  const wide = widthOf(`+${SHOWN.folded.get(id)}`, size, true) + size * 1.1;
  const area = { y: y + h - LOOK.badge.above, w: wide, h: size * 1.5 };
  return { ...area, x: x + w + LOOK.badge.beyond - wide };
}

/** Whether a point is on the "+n" of a claim. @param {Claim} claim @param {Point} point @param {number} scale */
export function isOnFolded(claim, point, scale) {
  return isInside(
    point,
    boxOf(foldedArea(claim, foldedSize({ scale }, levelAt(scale)))),
    4 / scale,
  );
}

/**
 * How many claims are folded away below this one, and whether a contested one is among them.
 * @param {Surface} s @param {Claim} claim @param {number} level
 */
export function paintFolded(s, claim, level) {
  const size = foldedSize(s, level);
  const words = `+${SHOWN.folded.get(claim.id)}`;
  const area = foldedArea(claim, size);
  const [x, y] = [area.x + area.w / 2, area.y + area.h / 2];
  const hides = SHOWN.hiding.has(claim.id);
  const ink = hides ? s.ink.contested : s.ink.ink;
  const border = hides
    ? { fill: s.ink['contested-bg'], stroke: s.ink.contested, width: 2.6 }
    : { fill: s.ink.panel, stroke: s.ink.mute, width: 1.5 };
  s.group(() => {
    s.box(area, size * 0.75, border);
    s.text(words, x, y + size * DOWN, { size, bold: true, fill: ink, anchor: 'middle' });
  });
}
