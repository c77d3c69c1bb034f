/** The view Read, shown: the front page, or a claim at the centre. */

import { CLAIMS } from '../state/data.js';
import { findHiding, foldBelow, SHOWN, showPicture } from '../state/shown.js';
import { STATE } from '../state/store.js';
import { centrePicture } from './centre.js';
import { frontPicture } from './front.js';
import { restsPicture } from './rests.js';

/**
 * Lay out the page for a room.
 * @param {Room} room
 * @returns {Map<string, {x: number, y: number}>} where the cards stood before
 */
export function showReading(room) {
  const before = placesNow();
  const picture = STATE.marked
    ? restsPicture(STATE.marked.of, room, STATE.opened)
    : STATE.centre
      ? centrePicture(STATE.centre, room, STATE.opened)
      : frontPicture(room, STATE.opened);
  const visible = new Set(picture.cards.map(({ id }) => id));
  for (const { h, id, isCopy, w, x, y } of picture.cards)
    if (!isCopy) Object.assign(/** @type {Claim} */ (CLAIMS.get(id)), { x, y, w, h });
  foldBelow(visible);
  showPicture(visible, picture);
  findHiding();
  return before;
}

/** Where the cards of the present picture stand. */
function placesNow() {
  const cards = SHOWN.picture.cards || [];
  return new Map(cards.filter(({ isCopy }) => !isCopy).map(({ id, x, y }) => [id, { x, y }]));
}
