/** The places of the whole map: a view of a part of it keeps to their order, from left to right. */

import { CLAIMS, DATA } from '../state/data.js';

/** How far apart the middles of what stands in one column may be. */
const COLUMN = 250;

/** @type {ReadonlyMap<string, Point>} where each claim stands in the whole map */
export const HOMES = new Map(DATA.claims.map(({ id, x, y }) => [id, [x, y]]));

/** The middle of cards that stand together, in the whole map. @param {string[]} ids @returns {Point} */
export function homeOf(ids) {
  const [across, down] = [0, 1].map((axis) =>
    ids.reduce((sum, id) => sum + (HOMES.get(id)?.[axis] ?? 0), 0),
  );
  return [across / ids.length + (CLAIMS.get(ids[0])?.w ?? 0) / 2, down / ids.length];
}

/** How far two places are from each other. @param {Point} a @param {Point} b */
export function distance([x, y], [otherX, otherY]) {
  return Math.hypot(otherX - x, otherY - y);
}

/**
 * Things in the order of their places: column by column from the left, each from its top.
 * @template T
 * @param {T[]} all @param {(each: T) => Point} placeOf @returns {T[]}
 */
export function inPlaceOrder(all, placeOf) {
  return columnsOf(all, placeOf).flat();
}

/**
 * Things in the columns in which their places are, from the left, each column from its top.
 * @template T
 * @param {T[]} all @param {(each: T) => Point} placeOf @returns {T[][]}
 */
export function columnsOf(all, placeOf) {
  const places = new Map(all.map((each) => [each, placeOf(each)]));
  const at = (/** @type {T} */ each, /** @type {0|1} */ axis) => (places.get(each) ?? [0, 0])[axis];
  /** @type {T[][]} */
  const columns = [];
  for (const each of [...all].sort((a, b) => at(a, 0) - at(b, 0))) {
    const column = columns[columns.length - 1];
    if (column && at(each, 0) - at(column[0], 0) < COLUMN) column.push(each);
    else columns.push([each]);
  }
  return columns.map((column) => column.sort((a, b) => at(a, 1) - at(b, 1)));
}
