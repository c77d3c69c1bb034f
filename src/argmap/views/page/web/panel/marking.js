/** Claims singled out of the map: what a claim rests on, or what rests on it. */

import { firstView } from '../draw/camera.js';
import { goTo, showView, toMap } from '../draw/view.js';
import { showAll } from '../draw/visits.js';
import { basisOf, classesAbove, classesBelow, dependentsOf } from '../engine/basis.js';
import { numberOf } from '../engine/model.js';
import { bearingOn, carriedIn } from '../engine/status.js';
import { hasSets } from '../layout/read/rests.js';
import { keepState } from '../state/address.js';
import { CLAIMS, DATA } from '../state/data.js';
import { SHOWN } from '../state/shown.js';
import { model } from '../state/standing.js';
import { STATE, update } from '../state/store.js';
import { element } from '../words/dom.js';
import { counted, sayText } from '../words/sentences.js';

/** @type {Object<string, (count: number) => string>} what becomes of claims without another one */
export const WITHOUT = {
  falls: (count) => sayText('struck.falls', { claims: counted(count, 'claim') }),
  weakened: (count) =>
    `${counted(count, 'claim')} ${count > 1 ? 'lose' : 'loses'} a reason of ${count > 1 ? 'their' : 'its'} own`,
  'further up': (count) =>
    `${counted(count, 'claim')} ${count > 1 ? 'rest' : 'rests'} on those, with no reason lost`,
  untouched: (count) => sayText('struck.untouched', { claims: counted(count, 'claim') }),
};

/**
 * What becomes of the claims above one when it is struck. As in the banner, only what loses a
 * reason of its own is weakened.
 * @param {Claim} claim
 * @returns {Object<string, string[]>}
 */
export function withoutIt(claim) {
  const { falls, weakened, untouched } = dependentsOf(model(), claim.id);
  const gone = new Set([claim.id, ...claim.same, ...falls]);
  const before = carriedIn(model());
  const loses = (/** @type {string} */ id) =>
    bearingOn(model(), id, 'supports').some(
      ({ premises }) =>
        premises.some((premise) => gone.has(premise)) &&
        premises.every((premise) => before[numberOf(model(), premise)]),
    );
  return {
    falls,
    weakened: weakened.filter(loses),
    'further up': weakened.filter((id) => !loses(id)),
    untouched,
  };
}

/** @param {Claim} claim @param {'below'|'above'} way @param {string} words */
export function markButton(claim, way, words) {
  const made = element('button', 'button', words);
  made.setAttribute('type', 'button');
  const isOn = () => STATE.marked?.way === way && STATE.marked.of === claim.id;
  made.setAttribute('aria-pressed', String(isOn()));
  made.dataset.act = `mark ${way}`;
  made.addEventListener('click', () => {
    mark(isOn() ? null : way, claim.id);
    keepState(true);
  });
  return made;
}

/**
 * Single out what a claim rests on, or what rests on it: in the whole map where that is shown,
 * else in a picture of its own.
 * @param {?('below'|'above')} way
 * @param {string} of
 */
export function mark(way, of) {
  update({
    marked: way
      ? {
          way,
          of,
          inSets: way === 'below' && hasSets(of),
          ...(way === 'below' ? markedBelow(of) : markedAbove(of)),
        }
      : null,
    opened: new Set(),
  });
  showView();
  if (STATE.marked) toMap();
  if (!STATE.marked) goTo(of);
  else if (SHOWN.visible) firstView(of);
  else showAll([...STATE.marked.claims.keys()]);
}

/** @param {string} id */
function markedBelow(id) {
  const map = model();
  const below = classesBelow(map, [numberOf(map, id)]);
  const { premises, critical } = basisOf(map, id);
  const way = classesAbove(
    map,
    premises.map((name) => numberOf(map, name)),
  );
  const claims = new Map();
  for (const claim of DATA.claims) {
    const at = numberOf(map, claim.id);
    if (!below.has(at) || !way.has(at)) continue;
    const kind = (critical || []).includes(claim.first) ? 'critical premise' : 'premise';
    claims.set(claim.id, premises.includes(claim.first) && claim.id !== id ? kind : '');
  }
  return {
    claims,
    relations: supportsAmong((premise, target) => claims.has(premise) && claims.has(target)),
  };
}

/** @param {string} id */
function markedAbove(id) {
  const claims = new Map();
  for (const [way, ids] of Object.entries(withoutIt(/** @type {Claim} */ (CLAIMS.get(id)))))
    for (const other of ids) claims.set(other, way);
  const own = new Set([id, ...(CLAIMS.get(id)?.same || [])]);
  const relations = supportsAmong(
    (premise, target) => claims.has(target) && (claims.has(premise) || own.has(premise)),
  );
  for (const member of own) claims.set(member, '');
  return { claims, relations };
}

/** @param {(premise: string, target: string) => boolean} fits */
function supportsAmong(fits) {
  const all = DATA.relations.filter(
    (relation) =>
      relation.kind === 'supports' && relation.premises.some((id) => fits(id, relation.target)),
  );
  return new Set(all.map((relation) => relation.id));
}
