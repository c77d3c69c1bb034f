/** Chapters of the map: which claim stands in which, and what stands at the top of each. */

import { CLAIMS, claimHitBy, DATA, inOrder, RELATIONS_FROM } from '../state/data.js';
import { CHAPTER_HEAD } from './measures.js';

/** The room for a letter of a title, which is a quarter larger from afar. */
const LETTER = 15;

/** @type {Map<string, string>} the titles of all chapters by their section */
export const TITLES = new Map(DATA.chapters.map((chapter) => [chapter.section, chapter.title]));

/** The section in whose chapter a claim stands. @param {string} id */
export function chapterOf(id) {
  return TITLES.size ? (CLAIMS.get(id)?.section || '').trim() : '';
}

/** Whether two claims stand in different chapters. @param {string} id @param {string} other */
export function isElsewhere(id, other) {
  return chapterOf(id) !== chapterOf(other);
}

/** @param {string} title */
export function headOf(title) {
  return title ? CHAPTER_HEAD : 0;
}

/** @param {string} title */
export function titleWidth(title) {
  return title.length * LETTER;
}

/**
 * What stands at the top of a chapter besides the map's own tops: claims that lead to no other one
 * there; linked premises of a step into another chapter stay together.
 * @param {Set<string>} visible
 * @param {Set<string>} placed
 * @returns {[string[], ?string][]}
 */
export function leadersOf(visible, placed) {
  const leads = (/** @type {string} */ id) =>
    (RELATIONS_FROM.get(id) || [])
      .map(claimHitBy)
      .some((hit) => hit !== id && visible.has(hit) && !isElsewhere(id, hit));
  const tops = new Set(inOrder(visible).filter((id) => !placed.has(id) && !leads(id)));
  /** @type {[string[], ?string][]} */
  const leaders = [];
  for (const id of tops) {
    // shrinks while it is read
    const linked = (RELATIONS_FROM.get(id) || []).find(
      ({ premises }) =>
        premises.length > 1 &&
        premises.every((premise) => tops.has(premise) && !isElsewhere(premise, id)),
    );
    const ids = linked ? [...new Set(linked.premises)] : [id];
    for (const premise of ids) tops.delete(premise);
    leaders.push([ids, linked && ids.length > 1 ? linked.id : null]);
  }
  return leaders;
}
