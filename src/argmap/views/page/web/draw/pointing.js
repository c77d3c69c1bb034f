/** What lies under the pointer: a card, or the line or frame of a step. */

import { boxOf, isInside } from '../layout/boxes.js';
import { pointsOn } from '../layout/curves.js';
import { DATA } from '../state/data.js';
import { isShown, SHOWN } from '../state/shown.js';
import { byId } from '../words/dom.js';
import { hasMap, scaleNow, toMap } from './camera.js';

/** How near to a line the pointer has to be, in pixels of the screen. */
const NEAR_LINE = 12;

/**
 * The claim whose card is at a place of the map.
 * @param {Spot} place
 * @returns {?string}
 */
export function claimAt({ x, y }) {
  const read = SHOWN.picture.cards?.find((card) => isInside([x, y], boxOf(card)));
  if (SHOWN.picture.cards) return read?.id ?? null;
  const isHit = (/** @type {Claim} */ claim) => isShown(claim.id) && isInside([x, y], boxOf(claim));
  return DATA.claims.find(isHit)?.id ?? null;
}

/**
 * The step or objection whose line or frame is at a place of the map.
 * @param {Spot} place
 * @returns {?string}
 */
function stepAt({ x, y }) {
  const frame = SHOWN.picture.containers.find((each) => isInside([x, y], boxOf(each)));
  if (frame) return frame.relation;
  let [nearest, least] = [/** @type {?string} */ (null), NEAR_LINE / scaleNow()];
  for (const arrow of SHOWN.picture.arrows) {
    for (const [across, down] of pointsOn(arrow.path)) {
      const away = Math.hypot(across - x, down - y);
      if (away < least) [nearest, least] = [arrow.relation, away];
    }
  }
  return nearest;
}

/**
 * What is at a point of the window: the claim of a card, else the step of a line.
 * @param {number} x @param {number} y
 */
export function atPoint(x, y) {
  const box = byId('map').getBoundingClientRect();
  const isOnMap =
    hasMap() && isInside([x, y], { left: box.x, top: box.y, w: box.width, h: box.height });
  if (!isOnMap) return { claim: null, relation: null };
  const place = toMap({ x: x - box.x, y: y - box.y });
  const claim = claimAt(place);
  return { claim, relation: claim === null ? stepAt(place) : null };
}
