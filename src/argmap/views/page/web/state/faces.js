/** The faces of cards: each with its name, or with its whole sentence. */

import { DATA } from './data.js';
import { STATE, update } from './store.js';

/** @type {Map<string, {lines: string[], w: number, h: number}>} */
const NAMES = new Map(DATA.claims.map(({ id, lines, w, h }) => [id, { lines, w, h }]));

/** Whether some card shows less than its sentence, near by or from afar. */
export const IS_SHORTENED = DATA.claims.some((claim) => claim.whole || claim.name !== claim.text);

/** Put the whole sentences on the cards, or the names again. @param {boolean} sentences */
export function showSentences(sentences) {
  update({ sentences });
  wearFaces();
}

/**
 * Give the cards of the map as a poster their lines and sizes.
 * @param {boolean} [sentences] whether they show their whole sentences
 */
export function wearFaces(sentences = STATE.sentences) {
  for (const claim of DATA.claims) {
    const named = /** @type {{lines: string[], w: number, h: number}} */ (NAMES.get(claim.id));
    const { lines, h } = (sentences && claim.whole) || named;
    [claim.lines, claim.w, claim.h] = [lines, named.w, h];
  }
}
