/** Fonts and shapes for the canvas, and how strongly each claim is drawn. */

import { LOOK } from '../state/look.js';
import { STATE } from '../state/store.js';

/**
 * @param {number} size
 * @param {boolean} [bold]
 */
export function font(size, bold) {
  return `${bold ? 600 : 400} ${size}px ${LOOK.font}`;
}

/** @param {Object<string, string>} paths */
function shapes(paths) {
  return Object.fromEntries(Object.entries(paths).map(([name, path]) => [name, new Path2D(path)]));
}

export const SIGN_SHAPES = shapes(LOOK.signs);
export const MARK_SHAPES = shapes(LOOK.marks);

/**
 * How strongly a claim is drawn: what does not belong to the choice or the search stands back.
 * @param {string} id
 * @returns {number}
 */
export function presence(id) {
  if (STATE.marked) return STATE.marked.claims.has(id) ? 1 : 0.16;
  if (STATE.near.has(id)) return 1;
  if (STATE.hits && !STATE.hits.has(id)) return 0.2;
  if (STATE.passing && !STATE.passing.has(id)) return 0.16;
  if (STATE.hits || STATE.passing) return 1;
  if (STATE.chain) return STATE.chain.has(id) ? 1 : 0.3;
  return 1;
}

/** The smallest letters of a picture on paper, in its own units. */
export const PAPER_SMALL = 18.5;

export const FAR = 0.11;
export const NUMBER_ONLY = 0.3;
export const NAME_ONLY = 0.62;
