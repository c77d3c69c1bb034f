/** The view Read, shown: the front page, or a claim at the centre. */

import { centrePicture } from '../layout/read/centre.js';
import { frontPicture } from '../layout/read/front.js';
import { restsPicture } from '../layout/read/rests.js';
import { CLAIMS } from '../state/data.js';
import { findHiding, foldBelow, SHOWN, showPicture } from '../state/shown.js';
import { STATE } from '../state/store.js';
import { readFromTop, readingRoom, redraw } from './camera.js';
import { travel } from './travel.js';

/** Lay out what is read, and send the cards on their way there. */
export function showReading() {
  const before = placesNow();
  const room = readingRoom();
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
  readFromTop();
  if (hasMoved(picture.cards, before)) travel(before, redraw);
}

/**
 * Whether some card is not where it was, or was not there.
 * @param {ReadCard[]} cards @param {Map<string, {x: number, y: number}>} before
 */
function hasMoved(cards, before) {
  return cards.some(({ id, isCopy, x, y }) => {
    const place = before.get(id);
    return !isCopy && (place?.x !== x || place.y !== y);
  });
}

/** Where the cards of the present picture stand. */
function placesNow() {
  const cards = SHOWN.picture.cards || [];
  return new Map(cards.filter(({ isCopy }) => !isCopy).map(({ id, x, y }) => [id, { x, y }]));
}
