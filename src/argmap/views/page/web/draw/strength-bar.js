/** The quiet bar at the foot of a card: how strong its claim is. It is no sign of a status. */

import { LOOK } from '../state/look.js';
import { STATE } from '../state/store.js';
import { strengthOf } from '../state/weighing.js';
import { strengthInWords } from '../words/strengths.js';

/** How far the bar is from the sides and from the lower border, and how thick; in points of a card. */
const BAR = { side: 14, below: 5.7, thick: 3, least: 2.4 };

/** What a card is called: its number and name, and the strength if it is shown. @param {Claim} claim */
export function titleOf({ id, name, number }) {
  const strength = STATE.weighed ? `. Strength: ${strengthInWords(strengthOf(id))}` : '';
  return `${number} ${name}${strength}`;
}

/** @param {Surface} s @param {Rectangle & {id: string}} card */
export function paintStrength(s, { h, id, w, x, y }) {
  if (!STATE.weighed) return;
  const thick = Math.max(BAR.thick, BAR.least / s.scale);
  const left = x + LOOK.left;
  const room = w - LOOK.left - BAR.side;
  const track = { x: left, y: y + h - BAR.below, w: room, h: thick };
  s.box(track, thick / 2, { fill: s.ink.line });
  const long = room * strengthOf(id);
  if (long > 0.5) s.box({ ...track, w: Math.max(thick, long) }, thick / 2, { fill: s.ink.mute });
}
