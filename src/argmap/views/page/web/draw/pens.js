/** Fonts, and how near the reader is: four levels of what is drawn of a card. */

import { LOOK } from '../state/look.js';
import { isReading, STATE } from '../state/store.js';

/** Levels of detail, the least first: a spot of colour, the number, the name, all words. */
export const SPOT = 0;
export const NUMBER = 1;
export const NAME = 2;
export const WORDS = 3;

const { afar, big, label, least, number, small } = LOOK;

/** The scales below which the numbers, names and words of cards could not be read. */
const LEAST_SCALES = [
  least.name / afar.number,
  Math.max(least.name / big[0], least.caption / afar.size),
  Math.max(least.name / label[0], least.caption / Math.min(small[0], number)),
];

/** The scale from which names are drawn. */
export const NAME_SCALE = LEAST_SCALES[NAME - 1];

/** The scale from which all words are drawn. */
export const WORDS_SCALE = LEAST_SCALES[WORDS - 1];

/**
 * The size of a caption that is not to become too small to be read.
 * @param {{scale: number}} s @param {number} size @returns {number}
 */
export function captionSize(s, size) {
  return Math.max(size, least.caption / s.scale);
}

/** The level of detail at a scale. @param {number} scale */
export function levelAt(scale) {
  return LEAST_SCALES.filter((from) => scale >= from).length;
}

/**
 * How strongly a claim is drawn: what does not belong to the choice or the search stands back.
 * @param {string} id
 * @returns {number}
 */
export function presence(id) {
  return standsBack(id) ? LOOK.faded.card : 1;
}

/** @param {string} id */
function standsBack(id) {
  if (isReading()) return false;
  if (STATE.marked) return !STATE.marked.claims.has(id);
  if (STATE.near.has(id)) return false;
  const shown = [STATE.hits, STATE.passing].filter((ids) => ids !== null);
  if (shown.length) return !shown.every((ids) => ids.has(id));
  return STATE.chain !== null && !STATE.chain.has(id);
}
