/** A small picture of all that is shown, with the part in view; a press there moves the view. */

import { EDGE } from '../layout/measures.js';
import { DATA } from '../state/data.js';
import { INK } from '../state/look.js';
import { SHOWN, isShown } from '../state/shown.js';
import { toneOf } from '../state/standing.js';
import { STATE, when } from '../state/store.js';
import { byId } from '../words/elements.js';
import { moveTo, onDrawn, viewBox } from './camera.js';
import { presence } from './pens.js';

const SMALL = [190, 116];

export function startMinimap() {
  const small = /** @type {HTMLCanvasElement} */ (byId('minimap'));
  const dense = Math.min(2, devicePixelRatio || 1);
  [small.width, small.height] = SMALL.map((side) => side * dense);
  let layer = document.createElement('canvas');
  let fresh = false;
  const scale = () => Math.min(SMALL[0] / SHOWN.picture.width, SMALL[1] / SHOWN.picture.height);
  const paint = () => {
    layer = document.createElement('canvas');
    [layer.width, layer.height] = [small.width, small.height];
    const c = /** @type {CanvasRenderingContext2D} */ (layer.getContext('2d'));
    const by = scale() * dense;
    c.translate((small.width - SHOWN.picture.width * by) / 2, (small.height - SHOWN.picture.height * by) / 2);
    c.scale(by, by);
    const least = 2.5 / by;
    for (const claim of DATA.claims) {
      if (!isShown(claim.id)) continue;
      c.globalAlpha = Math.max(0.25, presence(claim.id));
      c.fillStyle = claim.id === STATE.chosen ? INK.select : INK[toneOf(claim)];
      c.fillRect(claim.x, claim.y, Math.max(claim.w, least), Math.max(claim.h, least));
    }
    fresh = true;
  };
  const show = () => {
    const view = viewBox();
    const inView = view.left <= EDGE && view.top <= EDGE && view.right >= SHOWN.picture.width - EDGE
      && view.bottom >= SHOWN.picture.height - EDGE;
    small.hidden = inView || byId('map').clientWidth < 720;
    if (small.hidden) return;
    if (!fresh) paint();
    const c = /** @type {CanvasRenderingContext2D} */ (small.getContext('2d'));
    c.setTransform(1, 0, 0, 1, 0, 0);
    c.clearRect(0, 0, small.width, small.height);
    c.drawImage(layer, 0, 0);
    const by = scale() * dense;
    c.translate((small.width - SHOWN.picture.width * by) / 2, (small.height - SHOWN.picture.height * by) / 2);
    c.scale(by, by);
    c.strokeStyle = INK.select;
    c.lineWidth = 1.6 / scale();
    c.strokeRect(view.left, view.top, view.right - view.left, view.bottom - view.top);
  };
  onDrawn(show);
  for (const change of /** @type {Change[]} */ (['select', 'search', 'theme', 'standing', 'view'])) {
    when(change, () => { fresh = false; });
  }
  const move = (/** @type {PointerEvent} */ event) => {
    const box = small.getBoundingClientRect();
    const by = scale();
    const x = (event.clientX - box.left - (SMALL[0] - SHOWN.picture.width * by) / 2) / by;
    const y = (event.clientY - box.top - (SMALL[1] - SHOWN.picture.height * by) / 2) / by;
    moveTo({ x, y });
  };
  small.addEventListener('pointerdown', (event) => {
    small.setPointerCapture(event.pointerId);
    move(event);
  });
  small.addEventListener('pointermove', (event) => {
    if (event.buttons) move(event);
  });
}
