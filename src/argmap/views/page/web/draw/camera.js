/** The camera on the map: which part of it is in view, and how near. */

import { EDGE, SHAPE } from '../layout/measures.js';
import { CLAIMS, DATA } from '../state/data.js';
import { isShown, SHOWN } from '../state/shown.js';
import { isReading, STATE } from '../state/store.js';
import { byId } from '../words/dom.js';
import { NAME_SCALE, WORDS_SCALE } from './pens.js';
import { steadied } from './steady.js';

/** The map of vis-network, which keeps the view; null before it is started. @type {any} */
let network = null;

const CLOSEST = 2.5;

/** The least scale of the view Read: below it letters are too small. */
const LEAST_READ = 0.8;

/** The narrowest room beside the panel in which there is anything to read. */
const LEAST_ROOM = 300;

/** The scale from which names can be read when the whole picture is in view. */
export const READABLE = NAME_SCALE;

/** How much nearer the map opens where it cannot be read with all of it in view. */
const NEARER = 1.15;

/** The scale from which a view of all that is shown is of use to the reader. */
function usefulScale() {
  return STATE.sentences ? WORDS_SCALE : READABLE;
}

/** The view with which the map opened, or part of it. */
let opening = { position: { x: 0, y: 0 }, scale: 0 };

/** Let the view travel; nothing before the map is started. @type {(view: Aim, duration?: number) => void} */
let travel = () => {};

/** Let the view go somewhere. @param {Aim} view */
export function travelTo(view) {
  travel(view);
}

/** Have the view somewhere at once. @param {Aim} view */
export function putView(view) {
  travel(view, 0);
}

/** Where the view is, and how near. @returns {Aim} */
export function viewNow() {
  return { position: network.getViewPosition(), scale: network.getScale() };
}

/** Hand over the map that was started. @param {any} made */
export function setNetwork(made) {
  network = made;
  travel = steadied(made);
}

/** Whether there is a map that can be moved. */
export function hasMap() {
  return network !== null;
}

/** Let go of the map. */
export function leaveMap() {
  network?.destroy();
  network = null;
}

/** Draw the map anew. */
export function redraw() {
  network?.redraw();
}

/** Where a point of the map is on the screen. @param {Spot} spot @returns {Spot} */
export function toScreen({ x, y }) {
  return network.canvasToDOM({ x, y });
}

/** The point of the map that is there on the screen. @param {Spot} spot @returns {Spot} */
export function toMap(spot) {
  return network.DOMtoCanvas(spot);
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

/** Move the view, at the scale that it has. @param {Spot} position */
export function moveTo(position) {
  travel({ position, scale: scaleNow() }, 0);
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

/** The room for the map without the banner, which comes and goes with a stance. @returns {Size} */
function wholeRoom() {
  const { clientWidth, clientHeight } = byId('map');
  return { width: clientWidth, height: clientHeight + byId('stance').offsetHeight };
}

/**
 * The scale at which all that is shown is in view; `free` as if neither panel nor banner took room.
 * @param {boolean} [free]
 * @param {{width: number, height: number}} [size] of what is shown
 */
export function fittingScale(free, { width, height } = SHOWN.picture) {
  const room = wholeRoom();
  const across = Math.max(room.width - (free ? 0 : covered()), 100);
  const down = free ? room.height : byId('map').clientHeight;
  return Math.min(across / width, down / height, 1.05);
}

/** The shape of the room for the map, within reason. */
export function roomShape() {
  const { width, height } = wholeRoom();
  const shape = width && height ? width / height : SHAPE;
  return Math.min(2.4, Math.max(0.6, shape));
}

/**
 * The view that has a spot in its middle, or as near to it as can be without bare ground at one
 * side while the map goes on at the other.
 * @param {Spot} wanted @param {number} scale
 */
export function viewOn({ x, y }, scale) {
  const { width, height } = SHOWN.picture;
  const room = byId('map');
  const aside = covered() / scale;
  const along = (
    /** @type {number} */ want,
    /** @type {number} */ all,
    /** @type {number} */ part,
  ) => (part >= all ? all / 2 : Math.min(Math.max(want, part / 2), all - part / 2));
  const across = along(x, width, room.clientWidth / scale - aside) + aside / 2;
  return { position: { x: across, y: along(y, height, room.clientHeight / scale) }, scale };
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
  travel({ position: { x: clientWidth / 2, y: clientHeight / 2 }, scale: 1 }, 0);
}

/** Bring all that is shown into view. @param {boolean} moving */
export function fitMap(moving) {
  if (!network) return;
  if (isReading()) {
    readFromTop();
    return;
  }
  const { width, height } = SHOWN.picture;
  const view = viewOn({ x: width / 2, y: height / 2 }, Math.max(fittingScale(), 0.002));
  travel(view, moving ? undefined : 0);
}

/** Whether the reader has not moved the view since it was placed. */
export function isAsPlaced() {
  const { position, scale } = opening;
  const now = network.getViewPosition();
  const off = Math.hypot(now.x - position.x, now.y - position.y) * scale;
  return off < 1 && Math.abs(scaleNow() / scale - 1) < 0.01;
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
  const scale = STATE.sentences ? WORDS_SCALE : READABLE * NEARER;
  const inMiddle = STATE.view.focus && !STATE.marked;
  const below = byId('map').clientHeight / scale / 2 - first.h / 2 - 2 * EDGE;
  opening = viewOn({ x: middle(first).x, y: middle(first).y + (inMiddle ? 0 : below) }, scale);
  travel(opening, 0);
}

/** The middle of a card. @param {Claim} claim @returns {Spot} */
export function middle({ x, y, w, h }) {
  return { x: x + w / 2, y: y + h / 2 };
}

/** @param {number} factor */
export function zoomBy(factor) {
  if (!network) return;
  const scale = Math.min(CLOSEST, Math.max(network.getScale() * factor, fittingScale() / 2));
  travel({ position: network.getViewPosition(), scale });
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

/** How much of the map the panel covers at its right. */
export function covered() {
  const [room, panel] = [
    byId('map').getBoundingClientRect(),
    byId('panel').getBoundingClientRect(),
  ];
  const across = panel.width && panel.left < room.right ? room.right - panel.left : 0;
  return across < room.width ? across : 0;
}
