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
