/** The map on its canvas: vis-network keeps the view and finds what is clicked, we draw. */

/** @type {any} */
let network = null;

const CLOSEST = 2.5;

/** Before each id in vis-network, which keeps nodes in an object that has a `constructor`. */
const NODE = 'n:';

/** The strip at the right that the zoom buttons take. */
const BUTTONS = 62;

/** @param {() => void} drawn called once, after the first full picture */
function startCanvas(drawn) {
  // hidden: vis-network would draw the edges behind them, and each node by a call of its own
  const nodes = DATA.nodes.map(({ id, x, y }) => ({ id: `${NODE}${id}`, x, y, hidden: true }));
  network = new vis.Network(
    byId('map'),
    {
      nodes,
      edges: DATA.edges.map(({ from, to }) => ({ from: NODE + from, to: NODE + to, hidden: true })),
    },
    {
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
    },
  );
  network.on('beforeDrawing', (/** @type {CanvasRenderingContext2D} */ c) => {
    drawMap(c, network.getScale(), viewBox());
  });
  network.on('click', (/** @type {any} */ { pointer: { canvas } }) => {
    const folded = foldAt(canvas);
    if (folded) toggleFold(folded);
    else choose(claimAt(canvas));
  });
  network.on('zoom', keepInReach);
  byId('map').addEventListener('pointermove', (event) => hover(event.buttons ? null : claimUnder(event)));
  byId('map').addEventListener('pointerleave', () => hover(null));
  network.once('afterDrawing', drawn);
  byId('map').querySelector('.vis-network')?.removeAttribute('tabindex');
  chooseOpening();
  showView();
  firstView();
  startMinimap();
  for (const change of /** @type {Change[]} */ (['select', 'search', 'theme', 'standing', 'view'])) {
    when(change, () => {
      spoilLayer();
      network.redraw();
    });
  }
  when('select', comeBack);
  byId('fit').addEventListener('click', () => fitMap(true));
  byId('zoom-in').addEventListener('click', () => zoomBy(1.3));
  byId('zoom-out').addEventListener('click', () => zoomBy(1 / 1.3));
}

/** @param {?string} id */
function hover(id) {
  if (id === STATE.hovered) return;
  STATE.hovered = id;
  byId('map').classList.toggle('on-card', id !== null);
  spoilLayer();
  network.redraw();
}

/** The claim under the pointer. @param {MouseEvent} event */
function claimUnder(event) {
  const box = byId('map').getBoundingClientRect();
  return claimAt(network.DOMtoCanvas({ x: event.clientX - box.left, y: event.clientY - box.top }));
}

/**
 * The claim whose card is there.
 * @param {{x: number, y: number}} point
 * @returns {?string}
 */
function claimAt({ x, y }) {
  const hit = (/** @type {Claim} */ one) => isShown(one.id) && one.x <= x && x <= one.x + one.w && one.y <= y && y <= one.y + one.h;
  return DATA.claims.find(hit)?.id ?? null;
}

/** The claim whose "+n" is there. @param {{x: number, y: number}} point */
function foldAt({ x, y }) {
  const [across, down] = network.getScale() < NAME_ONLY ? [46, 26] : [30, 17];
  for (const id of FOLDED.keys()) {
    const claim = /** @type {Claim} */ (CLAIMS.get(id));
    const [right, below] = [x - claim.x - claim.w / 2, y - claim.y - claim.h];
    if (Math.abs(right) < across && Math.abs(below) < down) return id;
  }
  return null;
}

/** Move the view so that a claim that was laid out anew stays where it was on the screen. */
function keepUnderHand(/** @type {number} */ x, /** @type {number} */ y, /** @type {Claim} */ now) {
  if (!network) return;
  const view = network.getViewPosition();
  network.moveTo({ position: { x: view.x + now.x - x, y: view.y + now.y - y }, scale: network.getScale(), animation: false });
}

/** What of the map is in view, in the map's own measure. */
function viewBox() {
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
function fittingScale(free, { width, height } = PICTURE) {
  const room = byId('map');
  const panel = free && !covered() ? byId('panel').offsetWidth : 0;
  const across = Math.max(room.clientWidth + panel - (free ? BUTTONS : Math.max(BUTTONS, covered())), 100);
  return Math.min(across / width, room.clientHeight / height, 1.05);
}

/** @param {boolean} moving */
function fitMap(moving) {
  if (!network) return;
  const scale = Math.max(fittingScale(), 0.002);
  network.moveTo({
    position: { x: PICTURE.width / 2 + Math.max(BUTTONS, covered()) / 2 / scale, y: PICTURE.height / 2 },
    scale,
    animation: animation(moving),
  });
}

/**
 * All that is shown, or, where that could not be read, one claim: the first main conclusion.
 * @param {string} [id]
 */
function firstView(id) {
  if (!network) return;
  const wanted = id || STATE.marked?.of || STATE.view.focus?.id;
  const first = CLAIMS.get(wanted || DATA.main[0] || DATA.roots[0]);
  if (fittingScale() >= READABLE * 0.8 || !first || !isShown(first.id)) {
    fitMap(false);
    return;
  }
  const room = byId('map');
  const scale = NAME_ONLY - 0.02;
  const inMiddle = STATE.view.focus && !STATE.marked;
  const down = inMiddle ? 0 : Math.max(0, room.clientHeight / scale / 2 - first.h / 2 - 80);
  const position = { x: first.x + first.w / 2 + covered() / 2 / scale, y: first.y + first.h / 2 + down };
  network.moveTo({ position, scale });
}

/** @param {number} factor */
function zoomBy(factor) {
  if (!network) return;
  const scale = Math.min(CLOSEST, Math.max(network.getScale() * factor, fittingScale() / 2));
  network.moveTo({ scale, animation: animation(true) });
}

function keepInReach() {
  const scale = network.getScale();
  if (scale > CLOSEST) network.moveTo({ scale: CLOSEST });
  else if (scale < fittingScale() / 2) network.moveTo({ scale: fittingScale() / 2 });
}

/** How much of the map the panel covers at its right, on a narrow screen. */
function covered() {
  const [room, panel] = [byId('map').getBoundingClientRect(), byId('panel').getBoundingClientRect()];
  return panel.width && panel.left < room.right ? room.right - panel.left : 0;
}

/**
 * Bring a claim into the middle, near enough to be read.
 * @param {string} id
 */
function goTo(id) {
  reveal(id);
  const claim = CLAIMS.get(id);
  if (!claim || !network) return;
  const scale = Math.max(network.getScale(), 0.8);
  CAME_FROM ??= { position: network.getViewPosition(), scale: network.getScale(), across: network.canvas.frame.canvas.clientWidth, picture: PICTURE, went: { x: 0, y: 0, scale } };
  const x = claim.x + claim.w / 2 + covered() / 2 / scale;
  Object.assign(CAME_FROM.went, { x, y: claim.y + claim.h / 2, scale });
  network.moveTo({ position: { x, y: claim.y + claim.h / 2 }, scale, animation: animation(true) });
}

/** @type {?{position: {x: number, y: number}, scale: number, across: number, picture: Picture, went: {x: number, y: number, scale: number}}} */
let CAME_FROM = null;

/** Back to where the reader was before claims were gone to, unless they have moved on since. */
function comeBack() {
  if (!CAME_FROM || STATE.chosen !== null) return;
  const { position, scale, across, picture, went } = CAME_FROM;
  CAME_FROM = null;
  const now = network.getViewPosition();
  const nearer = network.getScale() / went.scale; // vis-network stretches the view as the panel opens and closes
  const isThere = picture === PICTURE && Math.hypot(now.x - went.x, now.y - went.y) < 60 && nearer > 0.6 && nearer < 1.65;
  if (!isThere) return;
  requestAnimationFrame(() => requestAnimationFrame(() => { // once the panel has closed
    network.moveTo({ position, scale: (scale * byId('map').clientWidth) / across, animation: animation(true) });
  }));
}

/**
 * Bring several claims into view together.
 * @param {string[]} ids
 */
function showAll(ids) {
  const cards = ids.map((id) => CLAIMS.get(id)).filter((one) => one !== undefined);
  if (!cards.length || !network) return;
  const left = Math.min(...cards.map((one) => one.x)) - 30;
  const right = Math.max(...cards.map((one) => one.x + one.w)) + 30;
  const top = Math.min(...cards.map((one) => one.y)) - 30;
  const bottom = Math.max(...cards.map((one) => one.y + one.h)) + 30;
  const room = byId('map');
  const across = Math.max(100, room.clientWidth - Math.max(BUTTONS, covered()));
  const scale = Math.min(across / (right - left), room.clientHeight / (bottom - top), 1.05);
  const x = (left + right) / 2 + (room.clientWidth - across) / 2 / scale;
  network.moveTo({ position: { x, y: (top + bottom) / 2 }, scale, animation: animation(true) });
}
