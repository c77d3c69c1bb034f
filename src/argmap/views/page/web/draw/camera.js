/** The camera on the map: which part of it is in view, and how near. */

import { SHAPE } from '../layout/measures.js';
import { CLAIMS, DATA } from '../state/data.js';
import { LOOK } from '../state/look.js';
import { isShown, SHOWN } from '../state/shown.js';
import { calm, isReading, STATE } from '../state/store.js';
import { byId } from '../words/elements.js';
import { WORDS_SCALE } from './pens.js';

/** The map of vis-network, which keeps the view; null before it is started. @type {any} */
let network = null;

const CLOSEST = 2.5;

/** The least scale of the view Read: below it letters are too small. */
const LEAST_READ = 0.8;

/** The narrowest room beside the panel in which there is anything to read. */
const LEAST_ROOM = 300;

/** The strip at the right that the zoom buttons take. */
const BUTTONS = 62;

/** The room left between a claim and the panel. */
const BESIDE = 18;

/** The scale from which names can be read when the whole picture is in view. */
export const READABLE = 10.5 / LOOK.big[0];

/** The scale from which a view of all that is shown is of use to the reader. */
export function usefulScale() {
  return STATE.sentences ? WORDS_SCALE : READABLE * 0.8;
}

/** Hand over the map that was started. @param {any} made */
export function setNetwork(made) {
  network = made;
}

/** Whether there is a map that can be moved. */
export function hasMap() {
  return network !== null;
}

/** Draw the map anew. */
export function redraw() {
  network.redraw();
}

/** The scale at which the map is in view. @returns {number} */
export function scaleNow() {
  return network.getScale();
}

/** Have something drawn after each drawing of the map. @param {() => void} listener */
export function onDrawn(listener) {
  network.on('afterDrawing', listener);
}

/** Have something done once the reader has dragged the map. @param {() => void} listener */
export function onMoved(listener) {
  network.on('dragEnd', listener);
}

/** Move the view, at the scale that it has. @param {{x: number, y: number}} position */
export function moveTo(position) {
  network.moveTo({ position, scale: network.getScale(), animation: false });
}

/** Move the view so that a claim that was laid out anew stays where it was on the screen. */
export function keepUnderHand(
  /** @type {number} */ x,
  /** @type {number} */ y,
  /** @type {Claim} */ now,
) {
  if (!network) return;
  const view = network.getViewPosition();
  moveTo({ x: view.x + now.x - x, y: view.y + now.y - y });
}

/** The part of the map that is in view, in the map's own measure. @returns {Cut} */
export function viewBox() {
  const { x, y } = network.getViewPosition();
  const scale = network.getScale();
  const room = byId('map');
  const [across, down] = [room.clientWidth / scale / 2, room.clientHeight / scale / 2];
  return { left: x - across, right: x + across, top: y - down, bottom: y + down };
}

/** @param {boolean} moving */
function animation(moving) {
  return moving && !calm() ? { duration: 350, easingFunction: 'easeInOutQuad' } : false;
}

/**
 * The scale at which all that is shown is in view; `free` as if no panel stood beside the map.
 * @param {boolean} [free]
 * @param {{width: number, height: number}} [size] of what is shown
 */
export function fittingScale(free, { width, height } = SHOWN.picture) {
  const room = byId('map');
  const panel = free && !covered() ? byId('panel').offsetWidth : 0;
  const across = Math.max(
    room.clientWidth + panel - (free ? BUTTONS : Math.max(BUTTONS, covered())),
    100,
  );
  return Math.min(across / width, room.clientHeight / height, 1.05);
}

/** The shape of the room for the map, within reason. */
export function roomShape() {
  const room = byId('map');
  const shape =
    room.clientWidth && room.clientHeight
      ? (room.clientWidth - BUTTONS) / room.clientHeight
      : SHAPE;
  return Math.min(2.4, Math.max(0.6, shape));
}

/** The room for the view Read: what the panel leaves of the map. @returns {Room} */
export function readingRoom() {
  const { clientHeight, clientWidth } = byId('map');
  const free = clientWidth - covered();
  return { w: free < LEAST_ROOM ? clientWidth : free, h: clientHeight };
}

/** The page of the view Read at its own size, from its top. */
export function readFromTop() {
  if (!network) return;
  const { clientHeight, clientWidth } = byId('map');
  network.moveTo({ position: { x: clientWidth / 2, y: clientHeight / 2 }, scale: 1 });
}

/** Bring all that is shown into view. @param {boolean} moving */
export function fitMap(moving) {
  if (!network) return;
  if (isReading()) {
    readFromTop();
    return;
  }
  const { width, height } = SHOWN.picture;
  const scale = Math.max(fittingScale(), 0.002);
  network.moveTo({
    position: { x: width / 2 + Math.max(BUTTONS, covered()) / 2 / scale, y: height / 2 },
    scale,
    animation: animation(moving),
  });
}

/**
 * All that is shown, or, where that could not be read, one claim: the first main conclusion.
 * @param {string} [id]
 */
export function firstView(id) {
  if (!network) return;
  if (isReading()) {
    readFromTop();
    return;
  }
  const wanted = id || STATE.marked?.of || STATE.view.focus?.id;
  const first = CLAIMS.get(wanted || DATA.main[0] || DATA.roots[0]);
  if (fittingScale() >= usefulScale() || !first || !isShown(first.id)) {
    fitMap(false);
    return;
  }
  const room = byId('map');
  const scale = WORDS_SCALE + (STATE.sentences ? 0 : -0.02);
  const inMiddle = STATE.view.focus && !STATE.marked;
  const down = inMiddle ? 0 : Math.max(0, room.clientHeight / scale / 2 - first.h / 2 - 80);
  const position = {
    x: first.x + first.w / 2 + covered() / 2 / scale,
    y: first.y + first.h / 2 + down,
  };
  network.moveTo({ position, scale });
}

/** @param {number} factor */
export function zoomBy(factor) {
  if (!network) return;
  const scale = Math.min(CLOSEST, Math.max(network.getScale() * factor, fittingScale() / 2));
  network.moveTo({ scale, animation: animation(true) });
}

/** Keep the scale within its bounds. */
export function keepInReach() {
  const scale = network.getScale();
  if (isReading()) {
    if (scale < LEAST_READ) network.moveTo({ scale: LEAST_READ });
    return;
  }
  if (scale > CLOSEST) network.moveTo({ scale: CLOSEST });
  else if (scale < fittingScale() / 2) network.moveTo({ scale: fittingScale() / 2 });
}

/** How much of the map the panel covers at its right, on a narrow screen. */
export function covered() {
  const [room, panel] = [
    byId('map').getBoundingClientRect(),
    byId('panel').getBoundingClientRect(),
  ];
  return panel.width && panel.left < room.right ? room.right - panel.left : 0;
}

/** Move the view aside if the panel covers a claim, at the scale that it has. @param {Claim} claim */
export function uncover(claim) {
  if (isReading()) return;
  const scale = scaleNow();
  const free = viewBox().right - covered() / scale;
  const behind = claim.x + claim.w + BESIDE / scale - free;
  if (behind <= 0 || covered() >= byId('map').clientWidth) return;
  const { x, y } = network.getViewPosition();
  network.moveTo({ position: { x: x + behind, y }, scale, animation: animation(true) });
}

/**
 * The view from which the reader went to a claim, and the one to which that led.
 * @type {?{position: {x: number, y: number}, scale: number, across: number, picture: Picture,
 *   went: {x: number, y: number, scale: number}}}
 */
let cameFrom = null;

/** Bring a claim into the middle, near enough to be read. @param {Claim} claim */
export function lookAt(claim) {
  if (!network || isReading()) return;
  const scale = Math.max(network.getScale(), 0.8);
  cameFrom ??= {
    position: network.getViewPosition(),
    scale: network.getScale(),
    across: network.canvas.frame.canvas.clientWidth,
    picture: SHOWN.picture,
    went: { x: 0, y: 0, scale },
  };
  const position = { x: claim.x + claim.w / 2 + covered() / 2 / scale, y: claim.y + claim.h / 2 };
  cameFrom.went = { ...position, scale };
  network.moveTo({ position, scale, animation: animation(true) });
}

/** Back to where the reader was before claims were gone to, unless they have moved on since. */
export function comeBack() {
  if (!cameFrom || STATE.chosen !== null) return;
  const { position, scale, across, picture, went } = cameFrom;
  cameFrom = null;
  const now = network.getViewPosition();
  const nearer = network.getScale() / went.scale; // vis-network stretches the view as the panel opens and closes
  const isNear = Math.hypot(now.x - went.x, now.y - went.y) < 60 && nearer > 0.6 && nearer < 1.65;
  if (picture !== SHOWN.picture || !isNear) return;
  requestAnimationFrame(() =>
    requestAnimationFrame(() => {
      // once the panel has closed
      network.moveTo({
        position,
        scale: (scale * byId('map').clientWidth) / across,
        animation: animation(true),
      });
    }),
  );
}

/** Bring several claims into view together. @param {string[]} ids */
export function showAll(ids) {
  const cards = ids.map((id) => CLAIMS.get(id)).filter((claim) => claim !== undefined);
  if (!cards.length || !network) return;
  const left = Math.min(...cards.map(({ x }) => x)) - 30;
  const right = Math.max(...cards.map(({ x, w }) => x + w)) + 30;
  const top = Math.min(...cards.map(({ y }) => y)) - 30;
  const bottom = Math.max(...cards.map(({ y, h }) => y + h)) + 30;
  const room = byId('map');
  const across = Math.max(100, room.clientWidth - Math.max(BUTTONS, covered()));
  const scale = Math.min(across / (right - left), room.clientHeight / (bottom - top), 1.05);
  const x = (left + right) / 2 + (room.clientWidth - across) / 2 / scale;
  network.moveTo({ position: { x, y: (top + bottom) / 2 }, scale, animation: animation(true) });
}
