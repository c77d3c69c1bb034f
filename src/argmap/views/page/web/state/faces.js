/** The faces of cards: each with its name, or with its whole sentence. */

import { DATA } from './data.js';
import { update } from './store.js';

/** @type {Map<string, {lines: string[], h: number}>} */
const NAMES = new Map(DATA.claims.map(({ id, lines, h }) => [id, { lines, h }]));

/** Whether some card shows less than its sentence, near by or from afar. */
export const IS_SHORTENED = DATA.claims.some((claim) => claim.whole || claim.name !== claim.text);

/** Put the whole sentences on the cards, or the names again. @param {boolean} sentences */
export function showSentences(sentences) {
  update({ sentences });
  for (const claim of DATA.claims) {
    const named = /** @type {{lines: string[], h: number}} */ (NAMES.get(claim.id));
    const { lines, h } = (sentences && claim.whole) || named;
    [claim.lines, claim.h] = [lines, h];
  }
}
