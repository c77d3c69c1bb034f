/** The letters of the page: their font, and how wide words are in them. */

import { LOOK } from '../state/look.js';

/** A font of the page for a canvas. @param {number} size @param {boolean} [bold] */
export function font(size, bold) {
  return `${bold ? 600 : 400} ${size}px ${LOOK.font}`;
}

/** A canvas that is never seen, for the width of words in vector pictures. */
const PEN = /** @type {CanvasRenderingContext2D} */ (
  document.createElement('canvas').getContext('2d')
);

/**
 * The width of words in the page's letters.
 * @param {string} words @param {number} size @param {boolean} [bold]
 */
export function widthOf(words, size, bold) {
  PEN.font = font(size, bold);
  return PEN.measureText(words).width;
}

/** Words that begin with letters of a script that runs from right to left. */
const RIGHT_TO_LEFT = /^\P{L}*[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/u;

/** Whether words run from right to left: their first letter decides. @param {string} words */
export function isRightToLeft(words) {
  return RIGHT_TO_LEFT.test(words);
}
