/**
 * A layer with a picture of somewhat more than the view, shifted while much is in view and moved.
 */

import { DATA } from '../state/data.js';
import { isShown } from '../state/shown.js';
import { STATE } from '../state/store.js';
import { redraw } from './camera.js';
import { drawCard } from './cards.js';
import { drawUnderCards, seen } from './lines.js';

/** From so many cards in view on, drawing them all for each frame would be felt. */
const MUCH = 40;

/** How far the picture goes beyond the view at each side, in parts of the view. */
const OVERHANG = 0.35;

/** How long after the last movement the picture is made sharp again, in milliseconds. */
const SETTLES = 140;

/**
 * @type {{paper: HTMLCanvasElement, box: Cut, scale: number, fresh: boolean, due: number}}
 */
const LAYER = {
  paper: document.createElement('canvas'),
  box: { left: 0, right: 0, top: 0, bottom: 0 },
  scale: 0,
  fresh: false,
  due: 0,
};

/** What is drawn has changed: the next frame is made anew. */
export function spoilLayer() {
  LAYER.fresh = false;
}

/**
 * Everything in view.
 * @param {CanvasRenderingContext2D} c
 * @param {number} scale
 * @param {Cut} view
 */
export function drawMap(c, scale, view) {
  if (cardsIn(view) < MUCH) {
    drawAll(c, scale, view);
    return;
  }
  const ratio = scale / LAYER.scale;
  clearTimeout(LAYER.due);
  if (!LAYER.fresh || !isWithin(view, LAYER.box) || ratio > 2.5 || ratio < 0.4)
    paintLayer(scale, view);
  else {
    // shifted by parts of a point, or stretched: letters are blurred until it is painted anew
    LAYER.due = window.setTimeout(() => {
      spoilLayer();
      redraw();
    }, SETTLES);
  }
  const { paper, box } = LAYER;
  c.globalAlpha = 1;
  c.drawImage(paper, box.left, box.top, box.right - box.left, box.bottom - box.top);
}

/** @param {number} scale @param {Cut} view */
function paintLayer(scale, view) {
  const dense = scale * Math.min(2, devicePixelRatio || 1);
  const [across, down] = [view.right - view.left, view.bottom - view.top].map(
    (side) => Math.round(side * OVERHANG * dense) / dense,
  );
  const box = {
    left: view.left - across,
    right: view.right + across,
    top: view.top - down,
    bottom: view.bottom + down,
  };
  const { paper } = LAYER;
  [paper.width, paper.height] = [
    Math.ceil((box.right - box.left) * dense),
    Math.ceil((box.bottom - box.top) * dense),
  ];
  const c = /** @type {CanvasRenderingContext2D} */ (paper.getContext('2d'));
  c.scale(dense, dense);
  c.translate(-box.left, -box.top);
  drawAll(c, scale, box);
  Object.assign(LAYER, { box, scale, fresh: true });
}

/**
 * Lines and frames, and the cards above them, the chosen one last.
 * @param {CanvasRenderingContext2D} c
 * @param {number} scale
 * @param {Cut} view
 */
function drawAll(c, scale, view) {
  drawUnderCards(c, scale, view);
  for (const claim of DATA.claims) {
    if (isShown(claim.id) && isCardIn(claim, view))
      drawCard(c, claim, scale, claim.id === STATE.hovered);
  }
}

/** @param {Claim} claim @param {Cut} view */
function isCardIn({ x, y, w, h }, view) {
  return seen(x - 8, y - 8, x + w + 8, y + h + 8, view);
}

/** How many cards are in view, or so many that it does not matter. @param {Cut} view */
function cardsIn(view) {
  let count = 0;
  for (const claim of DATA.claims) if (isShown(claim.id) && isCardIn(claim, view)) count += 1;
  return count;
}

/** @param {Cut} inner @param {Cut} outer */
function isWithin(inner, outer) {
  return (
    inner.left >= outer.left &&
    inner.right <= outer.right &&
    inner.top >= outer.top &&
    inner.bottom <= outer.bottom
  );
}
