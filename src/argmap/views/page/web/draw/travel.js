/** The way of cards from picture to picture: what stays in view goes to its new place. */

import { calm } from '../state/store.js';

/** How long cards are on their way, in milliseconds. */
const LASTS = 380;

/** Where cards come from, and when they left; `begun` is NaN while nothing moves. */
const TRAVEL = {
  /** @type {Map<string, {x: number, y: number}>} */
  from: new Map(),
  begun: Number.NaN,
};

/**
 * Send cards on their way from where they stood.
 * @param {Map<string, {x: number, y: number}>} from @param {() => void} redraw
 */
export function travel(from, redraw) {
  if (calm() || !from.size) return;
  TRAVEL.from = from;
  TRAVEL.begun = performance.now();
  const step = () => {
    redraw();
    if (travelled() < 1) requestAnimationFrame(step);
    else TRAVEL.begun = Number.NaN;
  };
  requestAnimationFrame(step);
}

/** How much of the way lies behind, from 0 to 1: slower at its ends. */
export function travelled() {
  if (Number.isNaN(TRAVEL.begun)) return 1;
  const part = Math.min(1, (performance.now() - TRAVEL.begun) / LASTS);
  return part < 0.5 ? 2 * part * part : 1 - 2 * (1 - part) ** 2;
}

/** A card where it is now. @param {ReadCard} card @returns {ReadCard} */
export function onItsWay(card) {
  const from = card.isCopy ? undefined : TRAVEL.from.get(card.id);
  const part = travelled();
  if (!from || part === 1) return card;
  const between = (/** @type {number} */ a, /** @type {number} */ b) => a + (b - a) * part;
  return { ...card, x: between(from.x, card.x), y: between(from.y, card.y) };
}

/** Where a card comes from that is on its way. @param {string} id */
export function cameFrom(id) {
  return TRAVEL.from.get(id);
}

/** Whether a card was not in the picture before. @param {ReadCard} card */
export function isNew(card) {
  return card.isCopy || !TRAVEL.from.has(card.id);
}
