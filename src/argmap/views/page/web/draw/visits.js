/** Claims that are gone to: the view pans to them, and back when they are left. */

import { EDGE } from '../layout/measures.js';
import { CLAIMS } from '../state/data.js';
import { SHOWN } from '../state/shown.js';
import { isReading, STATE } from '../state/store.js';
import {
  covered,
  fittingScale,
  hasMap,
  middle,
  scaleNow,
  travelTo,
  viewBox,
  viewNow,
  viewOn,
} from './camera.js';

/** The room left between a claim and the border of the view, on the screen. */
const BESIDE = 18;

/** Move the view aside if the panel covers a claim, at the scale that it has. @param {Claim} claim */
export function uncover(claim) {
  if (isReading()) return;
  const scale = scaleNow();
  const free = viewBox().right - covered() / scale;
  const behind = claim.x + claim.w + BESIDE / scale - free;
  if (behind <= 0) return;
  const { x, y } = viewNow().position;
  travelTo({ position: { x: x + behind, y }, scale });
}

/** The area of some cards, with room around it. @param {Claim[]} cards @param {number} around */
function areaOf(cards, around) {
  return {
    left: Math.min(...cards.map(({ x }) => x)) - around,
    right: Math.max(...cards.map(({ x, w }) => x + w)) + around,
    top: Math.min(...cards.map(({ y }) => y)) - around,
    bottom: Math.max(...cards.map(({ y, h }) => y + h)) + around,
  };
}

/** Whether all of an area is in view, beside the panel. @param {Cut} area */
function isInView({ left, right, top, bottom }) {
  const view = viewBox();
  const isAcross = left >= view.left && right <= view.right - covered() / scaleNow();
  return isAcross && top >= view.top && bottom <= view.bottom;
}

/**
 * The view from which the reader went to a claim, and the one to which that led.
 * @type {?{from: Aim, picture: Picture, went: Spot}}
 */
let cameFrom = null;

/** Bring a claim into view, if it is not there, at the scale that the view has. @param {Claim} claim */
export function lookAt(claim) {
  if (!hasMap() || isReading()) return;
  const from = viewNow();
  const { scale } = from;
  if (isInView(areaOf([claim], BESIDE / scale))) return;
  const view = viewOn(middle(claim), scale);
  cameFrom ??= { from, picture: SHOWN.picture, went: view.position };
  cameFrom.went = view.position;
  travelTo(view);
}

/** Back to where the reader was before claims were gone to, unless they have moved on since. */
export function comeBack() {
  if (!cameFrom || STATE.chosen !== null) return;
  const { from, picture, went } = cameFrom;
  cameFrom = null;
  const now = viewNow().position;
  const isNear = Math.hypot(now.x - went.x, now.y - went.y) < 60;
  const isAsLarge = Math.abs(scaleNow() / from.scale - 1) < 0.01;
  if (picture === SHOWN.picture && isNear && isAsLarge) travelTo(from);
}

/**
 * Bring several claims into view together; the view comes no nearer for that, and goes no further
 * off than it has to.
 * @param {string[]} ids
 */
export function showAll(ids) {
  const cards = ids.map((id) => CLAIMS.get(id)).filter((claim) => claim !== undefined);
  if (!cards.length || !hasMap()) return;
  const area = areaOf(cards, EDGE);
  if (isInView(area)) return;
  const size = { width: area.right - area.left, height: area.bottom - area.top };
  const scale = Math.min(scaleNow(), fittingScale(false, size));
  travelTo(viewOn({ x: (area.left + area.right) / 2, y: (area.top + area.bottom) / 2 }, scale));
}
