/** The map on its canvas: vis-network keeps the view and finds what is clicked, the page draws. */

import { sure } from '../engine/model.js';
import { boxOf, isInside } from '../layout/boxes.js';
import { CLAIMS, DATA } from '../state/data.js';
import { SHOWN } from '../state/shown.js';
import { choose, isReading, REDRAWN_AFTER, STATE, update, when } from '../state/store.js';
import { byId } from '../words/dom.js';
import { isOnFolded } from './badges.js';
import {
  firstView,
  fitMap,
  keepInReach,
  redraw,
  scaleNow,
  setNetwork,
  viewBox,
  zoomBy,
} from './camera.js';
import { drawMap, spoilLayer } from './layer.js';
import { startMinimap } from './minimap.js';
import { claimAt } from './pointing.js';
import { startScrolling } from './scroll.js';
import { titleOf } from './strength-bar.js';
import { showView, toggleFold } from './view.js';
import { comeBack, uncover } from './visits.js';
import { showMore, startReading } from './ways.js';

/** Before each id in vis-network, which keeps nodes in an object that has a `constructor`. */
const NODE = 'n:';

/** The longest time between the two clicks of a double click, in milliseconds. */
const DOUBLE_CLICK = 400;

/** Start the map. @param {() => void} drawn called once, after the first full picture */
export function startCanvas(drawn) {
  const network = new vis.Network(byId('map'), nodesAndEdges(), {
    physics: false,
    layout: { improvedLayout: false, randomSeed: 1 },
    interaction: {
      hover: false,
      multiselect: false,
      selectConnectedEdges: false,
      dragNodes: false,
      zoomSpeed: 0.7,
      keyboard: false,
      tooltipDelay: 1e9,
    },
    edges: { smooth: false },
    nodes: { chosen: false },
  });
  setNetwork(network);
  network.on('beforeDrawing', (/** @type {CanvasRenderingContext2D} */ c) =>
    drawMap(c, scaleNow(), viewBox()),
  );
  network.on('click', clicks());
  network.on('zoom', keepInReach);
  byId('map').addEventListener('pointermove', (event) =>
    hover(event.buttons ? null : claimUnder(event, network)),
  );
  byId('map').addEventListener('pointerleave', () => hover(null));
  network.once('afterDrawing', drawn);
  byId('map').querySelector('.vis-network')?.removeAttribute('tabindex');
  startReading();
  startScrolling(byId('map'));
  showView();
  firstView();
  startMinimap();
  for (const change of REDRAWN_AFTER) when(change, drawAnew);
  when('weighing', drawAnew);
  when('strengths', drawAnew);
  when('select', comeBack);
  byId('fit').addEventListener('click', () => fitMap(true));
  byId('zoom-in').addEventListener('click', () => zoomBy(1.3));
  byId('zoom-out').addEventListener('click', () => zoomBy(1 / 1.3));
}

/** The answer to clicks: a card is chosen, a badge unfolded. */
function clicks() {
  let last = { time: -DOUBLE_CLICK, x: 0, y: 0 };
  return (/** @type {any} */ { pointer: { canvas, DOM } }) => {
    // The panel opened by the first click moves the map: the second would hit something else.
    const isSecond =
      performance.now() - last.time < DOUBLE_CLICK &&
      Math.hypot(DOM.x - last.x, DOM.y - last.y) < 10;
    last = { time: performance.now(), x: DOM.x, y: DOM.y };
    if (isSecond) return;
    const more = SHOWN.picture.more?.find((each) => isInside([canvas.x, canvas.y], boxOf(each)));
    const folded = isReading() ? null : foldAt(canvas);
    if (more?.claim) choose(more.claim);
    else if (more) showMore(more.side);
    else if (folded) toggleFold(folded);
    else {
      shieldPanel();
      choose(claimAt(canvas));
      const claim = CLAIMS.get(STATE.chosen || '');
      if (claim) uncover(claim);
    }
  };
}

/** Keep a tap that opens the panel from pressing what comes to lie under the finger. */
function shieldPanel() {
  byId('panel').classList.add('opening');
  setTimeout(() => byId('panel').classList.remove('opening'), DOUBLE_CLICK);
}

/** The graph of pyvis; hidden, as vis-network would draw its edges and call for each node. */
function nodesAndEdges() {
  return {
    nodes: DATA.nodes.map(({ id, x, y }) => ({ id: `${NODE}${id}`, x, y, hidden: true })),
    edges: DATA.edges.map(({ from, to }) => ({ from: NODE + from, to: NODE + to, hidden: true })),
  };
}

function drawAnew() {
  spoilLayer();
  redraw();
}

/** @param {?string} id */
function hover(id) {
  if (id === STATE.hovered) return;
  update({ hovered: id });
  byId('map').classList.toggle('on-card', id !== null);
  byId('map').title = id !== null && STATE.weighed ? titleOf(sure(CLAIMS, id)) : '';
  drawAnew();
}

/** The claim under the pointer. @param {MouseEvent} event @param {any} network */
function claimUnder(event, network) {
  const box = byId('map').getBoundingClientRect();
  return claimAt(network.DOMtoCanvas({ x: event.clientX - box.left, y: event.clientY - box.top }));
}

/** The claim whose "+n" is there. @param {{x: number, y: number}} point */
function foldAt({ x, y }) {
  const isHit = (/** @type {string} */ id) => isOnFolded(sure(CLAIMS, id), [x, y], scaleNow());
  return [...SHOWN.folded.keys()].find(isHit) ?? null;
}
