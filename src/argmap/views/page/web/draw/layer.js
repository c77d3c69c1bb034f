/**
 * A layer with a picture of somewhat more than the view, shifted while much is in view and moved.
 */

import { DATA } from '../state/data.js';
import { INK } from '../state/look.js';
import { isShown, SHOWN } from '../state/shown.js';
import { redraw } from './camera.js';
import { CanvasSurface } from './canvas-surface.js';
import { paintCard } from './cards.js';
import { paintGround } from './lines.js';
import { comingUp, whereItIs } from './motion.js';
import { levelAt } from './pens.js';
import { paintReading } from './read-picture.js';
import { paintStubs } from './stubs.js';
import { travelled } from './travel.js';

/** From so many cards in view on, drawing them all for each frame would be felt. */
const MUCH = 40;

/** How far the picture goes beyond the view at each side, in parts of the view. */
const OVERHANG = 0.35;

/** How long after the last movement the picture is made sharp again, in milliseconds. */
const SETTLES = 140;

/** How far the ends of lines and the rings of cards reach beyond these. */
const AROUND_LINE = 12;
const AROUND_CARD = 8;

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
  if (SHOWN.picture.cards) {
    drawReading(c, scale);
    return;
  }
  if (travelled() < 1 || cardsIn(view) < MUCH) {
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
 * Lines and frames, and the cards above them.
 * @param {CanvasRenderingContext2D} c
 * @param {number} scale
 * @param {Cut} view
 */
function drawAll(c, scale, view) {
  c.save();
  c.globalAlpha = 1;
  const s = new CanvasSurface(c, INK, scale);
  const level = levelAt(scale);
  const isSeen = (/** @type {Rectangle} */ area) => isAreaIn(area, view);
  const fresh = { opacity: travelled() };
  s.group(() => paintGround(s, level, isSeen, (line) => meets(boundsOf(line), view)), fresh);
  for (const claim of DATA.claims) {
    if (!isShown(claim.id)) continue;
    const now = whereItIs(claim);
    const options = { opacity: comingUp(claim) };
    if (isCardIn(now, view)) s.group(() => paintCard(s, now, level), options);
  }
  s.group(() => paintStubs(s, level), fresh);
  c.restore();
}

/**
 * The picture of the view Read, with the cards that are on their way.
 * @param {CanvasRenderingContext2D} c @param {number} scale
 */
function drawReading(c, scale) {
  c.save();
  c.globalAlpha = 1;
  paintReading(new CanvasSurface(c, INK, scale));
  c.restore();
}

/** Whether something of an area can be seen. @param {Cut} area @param {Cut} view */
function meets(area, view) {
  const isAcross = area.left < view.right && area.right > view.left;
  return isAcross && area.top < view.bottom && area.bottom > view.top;
}

/** @param {Rectangle} area @param {Cut} view @param {number} [around] */
function isAreaIn({ x, y, w, h }, view, around = 0) {
  const [left, top] = [x - around, y - around];
  return meets({ left, top, right: x + w + around, bottom: y + h + around }, view);
}

/** @type {WeakMap<number[], Cut>} the areas of lines, worked out once */
const BOUNDS = new WeakMap();

/** The area around a line, with its end. @param {Arrow} arrow @returns {Cut} */
function boundsOf({ path }) {
  const known = BOUNDS.get(path);
  if (known) return known;
  const [across, down] = [0, 1].map((axis) => path.filter((_, at) => at % 2 === axis));
  const bounds = {
    left: Math.min(...across) - AROUND_LINE,
    right: Math.max(...across) + AROUND_LINE,
    top: Math.min(...down) - AROUND_LINE,
    bottom: Math.max(...down) + AROUND_LINE,
  };
  BOUNDS.set(path, bounds);
  return bounds;
}

/** @param {Claim} claim @param {Cut} view */
function isCardIn(claim, view) {
  return isAreaIn(claim, view, AROUND_CARD);
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
