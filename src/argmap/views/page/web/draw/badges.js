/** Badges on the border of a card: what is singled out, and what is folded away. */

import { LOOK } from '../state/look.js';
import { SHOWN } from '../state/shown.js';
import { WORDS } from './pens.js';

/** How far the words of a badge stand below its middle, in parts of their size. */
const DOWN = 0.34;

/**
 * A caption on the lower border of a claim that is singled out; above is where premises stand
 * together.
 * @param {Surface} s @param {Claim} claim @param {string} words @param {number} level
 */
export function paintCaption(s, claim, words, level) {
  const size = level < WORDS ? LOOK.afar.size : LOOK.small[0];
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

/**
 * How many claims are folded away below this one, and whether a contested one is among them.
 * @param {Surface} s @param {Claim} claim @param {number} level
 */
export function paintFolded(s, claim, level) {
  const size = level < WORDS ? 21 : 13;
  const words = `+${SHOWN.folded.get(claim.id)}`;
  const w = s.measure(words, size, true) + size * 1.2;
  const [x, y] = [claim.x + claim.w / 2, claim.y + claim.h + size * 0.5];
  const area = { x: x - w / 2, y: y - size * 0.75, w, h: size * 1.5 };
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
