/** Lines that lead far: all that is drawn of them until one of their ends is chosen are stubs. */

import { CLAIMS, claimHitBy, RELATIONS } from '../state/data.js';
import { LOOK } from '../state/look.js';
import { isShown, SHOWN } from '../state/shown.js';
import { isDisputed, isFaded } from '../state/standing.js';
import { STATE } from '../state/store.js';

/**
 * Whether of a relation only stubs are drawn: its line is long, leads far, and settles nothing.
 * @param {Arrow} arrow
 */
export function isStub(arrow) {
  const passed = new Set();
  for (let at = /** @type {Arrow|undefined} */ (arrow); at && !passed.has(at); ) {
    if (isFarOff(at) && !isDisputed(at)) return true;
    passed.add(at);
    at = at.kind === 'undercuts' ? byRelation().get(at.target) : undefined; // no line, no end on it
  }
  return false;
}

/** @type {WeakMap<Picture, Map<string, Arrow>>} the lines of each picture by their relations */
const LINES = new WeakMap();

/** The lines of the picture by their relations. @returns {Map<string, Arrow>} */
function byRelation() {
  const { picture } = SHOWN;
  const known = LINES.get(picture);
  if (known) return known;
  const made = new Map(picture.arrows.map((arrow) => [arrow.relation, arrow]));
  LINES.set(picture, made);
  return made;
}

/** The relations of the claims in hand, with those on whose lines they end. @returns {Set<string>} */
export function relationsInHand() {
  const { arrows } = SHOWN.picture;
  const inHand = new Set(
    arrows
      .filter(({ premises, relation }) => isInHand([...premises, hitBy(relation)]))
      .map(({ relation }) => relation),
  );
  for (const id of inHand) {
    // grows while it is read
    const line = byRelation().get(id);
    if (line?.kind === 'undercuts') inHand.add(line.target);
  }
  return inHand;
}

/**
 * Whether a line leads far and is long, as a short one disturbs nobody, in a picture of the whole map.
 * @param {Arrow|Tie} line
 */
export function isFarOff({ far, path }) {
  return far && !STATE.marked && !STATE.view.focus && lengthOf(path) > LOOK.stub.short;
}

/** About how long a line is. @param {number[]} path */
function lengthOf(path) {
  let length = 0;
  for (let at = 2; at + 5 < path.length; at += 6)
    length += Math.hypot(path[at + 4] - path[at - 2], path[at + 5] - path[at - 1]);
  return length;
}

/** Whether one of these claims is chosen, or under the pointer. @param {(?string)[]} claims */
export function isInHand(claims) {
  return [STATE.chosen, STATE.hovered].some((id) => id !== null && claims.includes(id));
}

/** The lines of the picture that are not drawn. @returns {Missing[]} */
export function missingLines() {
  const { arrows, containers, ties } = SHOWN.picture;
  const boxes = new Map(containers.map((container) => [container.relation, container]));
  const lines = arrows.filter(isStub).map((arrow) => {
    const { kind, own, premises, target } = arrow;
    const box = boxes.get(arrow.relation);
    const hit = hitBy(arrow.relation);
    return {
      ...{ kind, own, isFallen: isFaded(arrow), first: premises[0], last: hit },
      ...{ from: box ?? claimOf(premises[0]), isCard: !box, to: CLAIMS.get(target) ?? null },
      ...{ origin: premises.filter(isShown).map(numberOf).join(' & '), aim: numberOf(hit) },
    };
  });
  return [...lines, ...ties.filter(isFarOff).flatMap((tie) => missingTie(tie, boxes))];
}

/**
 * A tie that is not drawn: from a premise to its pill, or both ways between claims that say the same.
 * @param {Tie} tie @param {Map<string, Container>} boxes by relation @returns {Missing[]}
 */
function missingTie({ first, second, same }, boxes) {
  const plain = { own: false, isFallen: false, isCard: true };
  const { kind } = RELATIONS.get(second) ?? {};
  if (!same && kind) {
    const [last, to] = [hitBy(second), boxes.get(second) ?? null];
    const names = { origin: numberOf(first), aim: numberOf(last) };
    return [{ ...plain, kind, first, last, from: claimOf(first), to, ...names }];
  }
  const between = (/** @type {string} */ here, /** @type {string} */ there) => ({
    ...{ ...plain, kind: /** @type {const} */ ('same'), first: here, last: there },
    ...{ from: claimOf(here), to: null, origin: '', aim: numberOf(there) },
  });
  return [between(first, second), between(second, first)];
}

/** @param {string} relation */
function hitBy(relation) {
  return claimHitBy(/** @type {Relation} */ (RELATIONS.get(relation)));
}

/** @param {string} id @returns {Claim} */
function claimOf(id) {
  return /** @type {Claim} */ (CLAIMS.get(id));
}

/** @param {string} id */
function numberOf(id) {
  return CLAIMS.get(id)?.number ?? '';
}
