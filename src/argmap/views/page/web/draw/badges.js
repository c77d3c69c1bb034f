/** Badges on the border of a card: what is singled out, and what is folded away. */

import { INK } from '../state/look.js';
import { SHOWN } from '../state/shown.js';
import { STATE } from '../state/store.js';
import { font, NAME_ONLY } from './pens.js';

/**
 * What is written on the lower border of a claim that is singled out.
 * @param {CanvasRenderingContext2D} c
 * @param {Claim} claim
 * @param {number} scale
 */
export function drawCaption(c, claim, scale) {
  const words = STATE.marked?.claims.get(claim.id);
  if (!words) return;
  const size = scale < NAME_ONLY ? 19 : 12.5;
  c.font = font(size, true);
  const width = c.measureText(words).width + size * 1.1;
  const strong = words === 'falls' || words === 'critical premise';
  c.beginPath();
  const middle = claim.y + claim.h + size * 0.3; // above is where premises stand together
  c.roundRect(claim.x + 14, middle - size * 0.75, width, size * 1.5, size * 0.75);
  c.fillStyle = strong ? INK.select : INK['yours-bg'];
  c.fill();
  c.strokeStyle = INK.select;
  c.lineWidth = 1.4;
  c.stroke();
  c.textBaseline = 'middle';
  c.fillStyle = strong ? INK.card : INK.yours;
  c.fillText(words, claim.x + 14 + size * 0.55, middle + 0.5);
}

/**
 * How many claims are folded away below this one, and whether a contested one is among them.
 * @param {CanvasRenderingContext2D} c
 * @param {Claim} claim
 * @param {number} scale
 */
export function drawFolded(c, claim, scale) {
  const size = scale < NAME_ONLY ? 21 : 13;
  const words = `+${SHOWN.folded.get(claim.id)}`;
  c.font = font(size, true);
  const width = c.measureText(words).width + size * 1.2;
  const [x, y] = [claim.x + claim.w / 2, claim.y + claim.h + size * 0.5];
  c.beginPath();
  c.roundRect(x - width / 2, y - size * 0.75, width, size * 1.5, size * 0.75);
  const hides = SHOWN.hiding.has(claim.id);
  c.fillStyle = hides ? INK['contested-bg'] : INK.panel;
  c.fill();
  c.strokeStyle = hides ? INK.contested : INK.mute;
  c.lineWidth = hides ? 2.6 : 1.5;
  c.stroke();
  c.textAlign = 'center';
  c.textBaseline = 'middle';
  c.fillStyle = hides ? INK.contested : INK.ink;
  c.fillText(words, x, y + 0.5);
}
