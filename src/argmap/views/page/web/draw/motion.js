/** The way of cards on the poster when another part of the map is shown: from where they were seen. */

import { DATA } from '../state/data.js';
import { isShown, SHOWN } from '../state/shown.js';
import { redraw, toMap, toScreen } from './camera.js';
import { cameFrom, travel, travelled } from './travel.js';

/** With more cards than these nobody could follow, and each frame would take too long. */
const MOST_MOVING = 150;

/** Where cards are seen now, as points of the screen; nothing where the poster is not in view. */
export function seenPlaces() {
  /** @type {Map<string, Spot>} */
  const places = new Map();
  if (SHOWN.picture.cards) return places;
  for (const claim of DATA.claims) if (isShown(claim.id)) places.set(claim.id, toScreen(claim));
  return places;
}

/** Send cards on their way from where they were seen. @param {Map<string, Spot>} from */
export function moveCards(from) {
  if (from.size > MOST_MOVING || (SHOWN.visible?.size ?? Infinity) > MOST_MOVING) return;
  travel(from, redraw);
}

/** A card of the poster where it is now. @param {Claim} claim @returns {Claim} */
export function whereItIs(claim) {
  const [part, from] = [travelled(), cameFrom(claim.id)];
  if (!from || part === 1) return claim;
  const { x, y } = toMap(from);
  return { ...claim, x: x + (claim.x - x) * part, y: y + (claim.y - y) * part };
}

/** How much of a card is to be seen: one that was not shown before comes up. @param {Claim} claim */
export function comingUp(claim) {
  return cameFrom(claim.id) ? 1 : travelled();
}
