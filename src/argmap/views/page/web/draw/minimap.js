/** A small picture of all that is shown, with the part in view; a press there moves the view. */

import { EDGE } from '../layout/measures.js';
import { DATA } from '../state/data.js';
import { INK } from '../state/look.js';
import { isShown, SHOWN } from '../state/shown.js';
import { toneOf } from '../state/standing.js';
import { isReading, REDRAWN_AFTER, STATE, when } from '../state/store.js';
import { byId } from '../words/dom.js';
import { isAsPlaced, moveTo, onDrawn, viewBox } from './camera.js';
import { presence } from './pens.js';

/** The size of the small picture on the screen. */
const SMALL = { width: 190, height: 116 };

/** The narrowest room for the map in which the small picture is shown beside it. */
const LEAST_ROOM = 720;

/** The dots of the screen to one of the page. */
const DENSE = Math.min(2, devicePixelRatio || 1);

/** The cards, painted once, and whether nothing has changed since. */
const LAYER = { paper: document.createElement('canvas'), isFresh: false };

export function startMinimap() {
  const small = /** @type {HTMLCanvasElement} */ (byId('minimap'));
  for (const paper of [small, LAYER.paper]) {
    [paper.width, paper.height] = [SMALL.width * DENSE, SMALL.height * DENSE];
  }
  onDrawn(() => show(small));
  for (const change of REDRAWN_AFTER) {
    when(change, () => {
      LAYER.isFresh = false;
    });
  }
  small.addEventListener('pointerdown', (event) => {
    small.setPointerCapture(event.pointerId);
    moveThere(event, small);
  });
  small.addEventListener('pointermove', (event) => {
    if (event.buttons) moveThere(event, small);
  });
}

/** The scale of the small picture. */
function scale() {
  const { width, height } = SHOWN.picture;
  return Math.min(SMALL.width / width, SMALL.height / height);
}

/** A pen on a blank paper that draws in the map's own measure. @param {HTMLCanvasElement} paper */
function penOn(paper) {
  const c = /** @type {CanvasRenderingContext2D} */ (paper.getContext('2d'));
  c.setTransform(1, 0, 0, 1, 0, 0);
  c.clearRect(0, 0, paper.width, paper.height);
  return c;
}

/** @param {CanvasRenderingContext2D} c */
function toMapMeasure(c) {
  const by = scale() * DENSE;
  const { width, height } = SHOWN.picture;
  c.translate((SMALL.width * DENSE - width * by) / 2, (SMALL.height * DENSE - height * by) / 2);
  c.scale(by, by);
}

/** Paint all cards, each as large as can be seen. */
function paint() {
  const c = penOn(LAYER.paper);
  toMapMeasure(c);
  const least = 2.5 / (scale() * DENSE);
  for (const claim of DATA.claims) {
    if (!isShown(claim.id)) continue;
    c.globalAlpha = Math.max(0.25, presence(claim.id));
    c.fillStyle = claim.id === STATE.chosen ? INK.select : INK[toneOf(claim)];
    c.fillRect(claim.x, claim.y, Math.max(claim.w, least), Math.max(claim.h, least));
  }
  LAYER.isFresh = true;
}

/**
 * Show the small picture with the part in view, unless all of it is; not over the opening, whose
 * cards it would cover.
 * @param {HTMLCanvasElement} small
 */
function show(small) {
  const { left, top, right, bottom } = viewBox();
  const { width, height } = SHOWN.picture;
  const isAll = left <= EDGE && top <= EDGE && right >= width - EDGE && bottom >= height - EDGE;
  const isUseless = isAll || isReading() || isAsPlaced();
  small.hidden = isUseless || byId('map').clientWidth < LEAST_ROOM;
  if (small.hidden) return;
  if (!LAYER.isFresh) paint();
  const c = penOn(small);
  c.drawImage(LAYER.paper, 0, 0);
  toMapMeasure(c);
  c.strokeStyle = INK.select;
  c.lineWidth = 1.6 / scale();
  c.strokeRect(left, top, right - left, bottom - top);
}

/**
 * Move the view to where the pointer is.
 * @param {PointerEvent} event
 * @param {HTMLCanvasElement} small
 */
function moveThere(event, small) {
  const box = small.getBoundingClientRect();
  const by = scale();
  const { width, height } = SHOWN.picture;
  const x = (event.clientX - box.left - (SMALL.width - width * by) / 2) / by;
  const y = (event.clientY - box.top - (SMALL.height - height * by) / 2) / by;
  moveTo({ x, y });
}
