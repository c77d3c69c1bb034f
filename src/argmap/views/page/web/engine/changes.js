/** The map with a stance against the map without it: as in Python, without the page. */

import { causes } from './causes.js';
import { readingOf, turnover } from './own-labels.js';
import { statusOf } from './status.js';

/**
 * The claims whose label changes, each with its cause, and those that lose or gain reasons or
 * objections. `affected` are the claims of which there is anything to tell, the stance's own left
 * out.
 * @param {Model} model @param {Opinions} stance @param {Force} force
 * @returns {Changes}
 */
export function changesBy(model, stance, force) {
  const plain = readingOf(model, { reject: [], accept: [] }, force);
  const reading = readingOf(model, stance, force);
  const [before, after] = [plain.labels, reading.labels];
  const ids = model.claims.map(({ id }) => id);
  const causeOf = causes(model, stance, force, plain, reading);
  const differing = ids.filter((id) => before.claims.get(id) !== after.claims.get(id));
  const changed = new Map(differing.map((id) => [id, causeOf(id)]));
  const reasons = turnover(plain, reading, 'supports');
  const objections = turnover(plain, reading, 'attacks');
  const affected = new Set();
  for (const id of ids) {
    const [was, is] = [statusOf(before, id), statusOf(after, id)];
    if (is.reason === 'rejected' || is.reason === 'accepted') continue;
    const isReworded = was.word !== is.word || was.reason !== is.reason;
    if (isReworded || reasons.has(id) || objections.has(id)) affected.add(id);
  }
  return { before, after, changed, reasons, objections, affected };
}
