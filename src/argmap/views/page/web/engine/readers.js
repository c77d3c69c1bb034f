/** Several readers of one map, and the claims that decide where they part: as in Python. */

import { grounded } from './grounded.js';
import { byCodePoints, numberOf, sure } from './model.js';

/** The most work that is done for one conclusion: readings of the map times its rules. */
const MOST_WORK = 4e6;

/** @typedef {'accept'|'none'|'reject'} Verdict */

/**
 * The verdict of each reader on every claim that some reader judges, by the smallest id of its class.
 * @param {Model} model @param {Opinions[]} readers
 * @returns {Map<string, Verdict[]>}
 */
function verdictsOf(model, readers) {
  const judged = readers.map(({ reject, accept }) => ({
    reject: new Set([...reject].map((id) => sure(model.first, id))),
    accept: new Set([...accept].map((id) => sure(model.first, id))),
  }));
  const named = new Set(judged.flatMap(({ reject, accept }) => [...reject, ...accept]));
  return new Map(
    [...named]
      .sort(byCodePoints)
      .map((id) => [
        id,
        judged.map(({ reject, accept }) =>
          reject.has(id) ? 'reject' : accept.has(id) ? 'accept' : 'none',
        ),
      ]),
  );
}

/**
 * The smallest sets of claims such that all readers agree on whether a conclusion stands once they
 * agree on the claims of one set, whichever verdicts of theirs they take over.
 * @param {Model} model @param {Opinions[]} readers @param {string} conclusion
 * @returns {{sets: string[][], isCut: boolean}} cut if not all sets of that size were tried
 */
export function decisiveFor(model, readers, conclusion) {
  const verdicts = verdictsOf(model, readers);
  const disputed = [...verdicts].filter(([, all]) => new Set(all).size > 1).map(([id]) => id);
  let work = 0;
  for (let size = 1; size <= disputed.length; size += 1) {
    const settling = [];
    for (const chosen of combinations(disputed, size)) {
      const settlements = productOf(chosen.map((id) => [...new Set(sure(verdicts, id))]));
      work += settlements.length * readers.length * model.bodies.length;
      if (work > MOST_WORK) return { sets: settling, isCut: true };
      const agree = (/** @type {Verdict[]} */ settled) => {
        const fixed = new Map(chosen.map((id, at) => [id, settled[at]]));
        const stands = readers.map((_, at) => standsFor(model, verdicts, at, fixed, conclusion));
        return stands.every((its) => its === stands[0]);
      };
      if (settlements.every(agree)) settling.push(chosen);
    }
    if (settling.length) return { sets: settling, isCut: false };
  }
  return { sets: [], isCut: false };
}

/**
 * Whether a conclusion stands for a reader who has taken over some verdicts.
 * @param {Model} model @param {Map<string, Verdict[]>} verdicts @param {number} reader
 * @param {Map<string, Verdict>} fixed @param {string} conclusion
 */
function standsFor(model, verdicts, reader, fixed, conclusion) {
  const sides = { accept: new Set(), none: new Set(), reject: new Set() };
  for (const [id, all] of verdicts) sides[fixed.get(id) || all[reader]].add(numberOf(model, id));
  return Boolean(grounded(model, sides.reject, sides.accept)[numberOf(model, conclusion)]);
}

/**
 * All ways to choose so many things, in their order.
 * @template T
 * @param {T[]} things @param {number} size
 * @returns {Generator<T[]>}
 */
function* combinations(things, size) {
  if (!size) yield [];
  else
    for (let at = 0; at <= things.length - size; at += 1)
      for (const rest of combinations(things.slice(at + 1), size - 1)) yield [things[at], ...rest];
}

/**
 * All ways to take one thing of each list.
 * @template T
 * @param {T[][]} lists
 * @returns {T[][]}
 */
function productOf(lists) {
  return lists.reduce(
    (ways, list) => ways.flatMap((way) => list.map((thing) => [...way, thing])),
    /** @type {T[][]} */ ([[]]),
  );
}
