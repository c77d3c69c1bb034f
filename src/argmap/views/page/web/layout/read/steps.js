/** The steps around a claim: what it is for, its reasons and objections, and what blocks each. */

import { CLAIMS, claimHitBy, DATA, grouped, inOrder, RELATIONS } from '../../state/data.js';

/** @type {Map<string, Arrow[]>} the lines to each claim or relation */
const TO = grouped(DATA.arrows, (arrow) => [arrow.target]);

/** @type {Map<string, Arrow[]>} the lines from each claim */
const FROM = grouped(DATA.arrows, (arrow) => arrow.premises);

/** A claim with its restatements. @param {string} id */
export function classOf(id) {
  return [id, ...(CLAIMS.get(id)?.same || [])];
}

/**
 * The lines to a claim and its restatements. Of a contradiction each side objects to the other.
 * @param {string} id @param {'supports'|'attacks'} kind
 * @returns {Arrow[]}
 */
export function arrowsTo(id, kind) {
  const own = new Set(classOf(id));
  const direct = [...own].flatMap((member) => TO.get(member) || []);
  const back = [...own]
    .flatMap((member) => FROM.get(member) || [])
    .filter((arrow) => arrow.both && !own.has(arrow.target))
    .map((arrow) => ({ ...arrow, premises: [arrow.target], target: arrow.premises[0] }));
  return byNumber(
    [...direct, ...back].filter((arrow) => arrow.kind === kind),
    id,
  );
}

/**
 * Lines in the order of the numbers of their premises: first those of claims that are numbered below
 * the claim itself, then those that come from elsewhere.
 * @param {Arrow[]} arrows @param {string} id
 */
function byNumber(arrows, id) {
  const order = inOrder(new Set(arrows.flatMap(({ premises }) => premises)));
  const place = (/** @type {Arrow} */ { premises }) => {
    const [first] = inOrder(premises);
    const isOwn = CLAIMS.get(first)?.number.startsWith(`${CLAIMS.get(id)?.number}.`);
    const isDirect = isOwn && depthOf(first) === depthOf(id) + 1;
    return order.indexOf(first) + (isDirect ? 0 : order.length);
  };
  return arrows.sort((a, b) => place(a) - place(b));
}

/** How many parts the number of a claim has. @param {string} id */
function depthOf(id) {
  return (CLAIMS.get(id)?.number || '').split('.').length;
}

/** What blocks a step. @param {string} relation @returns {Arrow[]} */
export function blocksOf(relation) {
  return TO.get(relation) || [];
}

/** The lines from a claim and its restatements to others. @param {string} id @returns {Arrow[]} */
export function arrowsFrom(id) {
  const own = new Set(classOf(id));
  const all = new Set([...own].flatMap((member) => FROM.get(member) || []));
  return [...all].filter((arrow) => !arrow.both && endOf(arrow) !== '');
}

/** The claim that a line bears on in the end; '' for undercuts that go round. @param {Arrow} arrow */
export function endOf(arrow) {
  return claimHitBy(/** @type {Relation} */ (RELATIONS.get(arrow.relation)));
}

/** Whether a line counts for something as the map is read now. @param {Arrow} arrow */
export function counts(arrow) {
  return RELATIONS.get(arrow.relation)?.label !== 'out';
}

/** The numbers of claims, joined. @param {string[]} ids */
export function numbersOf(ids) {
  const all = ids.map((id) => CLAIMS.get(id)?.number || '');
  return all.length < 2 ? all.join('') : `${all.slice(0, -1).join(', ')} and ${all.at(-1)}`;
}
