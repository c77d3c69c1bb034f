/** Which part of the map is shown: all of it, its upper levels, or what stands around one claim. */

/** @type {Picture} */
const WHOLE = DATA;

/** @type {Map<string, [number, number]>} where each claim stands in the whole map */
const HOMES = new Map(DATA.claims.map((claim) => [claim.id, [claim.x, claim.y]]));

/** @type {Picture} what is drawn */
let PICTURE = WHOLE;

/** @type {?Set<string>} the claims that are shown; null for all */
let VISIBLE = null;

const MOST_SHOWN = 150;
const DEEPEST = 6;

/** The scale from which names can be read when the whole picture is in view. */
const READABLE = 10.5 / LOOK.big[0];

/** @param {string} id */
function isShown(id) {
  return !VISIBLE || VISIBLE.has(id);
}

/** @param {string} id @returns {string[]} */
function childrenOf(id) {
  return (CHILDREN.get(id) || []).map(([child]) => child);
}

/**
 * The claims down to a level, and what the reader opened; null if that is everything.
 * @param {?number} depth
 * @returns {?Set<string>}
 */
function upperLevels(depth) {
  const { open, shut } = STATE.view;
  if (depth === null && !shut.size) return null;
  const tops = depth !== null && DATA.roots.length > MOST_SHOWN ? DATA.roots.slice(0, MOST_SHOWN / 3) : DATA.roots;
  const levels = new Map(tops.map((id) => [id, 0]));
  for (const [id, level] of levels) { // grows while it is read
    const goesOn = depth === null || level < depth || open.has(id);
    if (!goesOn || shut.has(id)) continue;
    for (const child of childrenOf(id)) if (!levels.has(child)) levels.set(child, level + 1);
  }
  if (depth !== null) for (const id of open) if (!levels.has(id) && DATA.roots.includes(id)) levels.set(id, 0);
  return levels.size === DATA.claims.length ? null : new Set(levels.keys());
}

/** The claims around one, whichever way the relations run. @param {string} id @param {number} depth */
function around(id, depth) {
  const levels = new Map([[id, 0]]);
  for (const same of CLAIMS.get(id)?.same || []) levels.set(same, 0);
  for (const [at, level] of levels) {
    const next = level < depth ? neighboursOf(at) : STATE.view.open.has(at) ? childrenOf(at) : [];
    for (const other of next) if (other && !levels.has(other)) levels.set(other, level + 1);
  }
  return new Set(inOrder(levels.keys()));
}

/** @param {Set<string>} visible */
function topsOf(visible) {
  const leads = (/** @type {string} */ id) => (RELATIONS_FROM.get(id) || []).map(claimHitBy)
    .some((hit) => hit !== id && visible.has(hit));
  return [...new Set([...DATA.roots, ...visible])].filter((id) => visible.has(id) && !leads(id));
}

/** @param {Set<string>} visible */
function rootsIn(visible) {
  return DATA.roots.filter((id) => visible.has(id));
}

/** The shape of the room for the map, within reason. */
function roomShape() {
  const room = byId('map');
  const shape = room.clientWidth && room.clientHeight ? (room.clientWidth - BUTTONS) / room.clientHeight : SHAPE;
  return Math.min(2.4, Math.max(0.6, shape));
}

/** The part with which the page was made, and what the reader unfolded below it. */
function ownPart() {
  const found = new Set(DATA.part?.claims);
  for (const id of STATE.view.open) if (found.has(id)) for (const child of childrenOf(id)) found.add(child);
  return new Set(inOrder(found));
}

/** What stands on top of the part: the claim in whose name it was made. @param {Set<string>} visible */
function partTops(visible) {
  const focus = DATA.part?.focus;
  if (!focus || !visible.has(focus)) return topsOf(visible);
  const below = new Set([focus]);
  for (const id of below) for (const child of childrenOf(id)) if (visible.has(child)) below.add(child);
  return [focus, ...topsOf(visible).filter((id) => !below.has(id))];
}

/** Lay out what is shown, and tell every part of the page. */
function showView() {
  const { focus, depth } = STATE.view;
  const { marked } = STATE;
  VISIBLE = focus ? around(focus.id, focus.depth) : STATE.part ? ownPart() : upperLevels(depth);
  if (VISIBLE && marked) VISIBLE = new Set(inOrder(marked.claims.keys()));
  FOLDED = marked ? new Map() : foldedBelow(VISIBLE);
  const tops = (/** @type {Set<string>} */ all) => (focus || marked ? topsOf(all) : STATE.part ? partTops(all) : rootsIn(all));
  if (VISIBLE) PICTURE = arrange(VISIBLE, tops(VISIBLE), roomShape(), !focus && !marked && !STATE.part);
  else {
    PICTURE = WHOLE;
    for (const claim of DATA.claims) [claim.x, claim.y] = /** @type {[number, number]} */ (HOMES.get(claim.id));
  }
  if (marked) HIDDEN = new Map();
  findHiding();
  TRACKS.clear();
  announce('view');
}

/** Open at the greatest depth at which everything shown can be read without zooming. */
function chooseDepth() {
  if (DATA.claims.length <= MOST_SHOWN && fittingScale(true) >= READABLE) return null;
  for (let depth = DEEPEST; depth > 0; depth -= 1) {
    const shown = upperLevels(depth);
    if (!shown && DATA.claims.length > MOST_SHOWN) continue;
    if (shown && shown.size > MOST_SHOWN) continue;
    if (!shown) continue;
    if (scaleFor(shown) >= READABLE) return depth;
  }
  return (upperLevels(1)?.size || Infinity) <= MOST_SHOWN ? 1 : 0;
}

/** Whether so much can still be made out with all of it in view. @param {?Set<string>} shown */
function fitsFromAfar(shown) {
  return shown !== null && scaleFor(shown) >= READABLE * 0.8;
}

/** The scale at which so much would be in view. @param {Set<string>} shown */
function scaleFor(shown) {
  FOLDED = foldedBelow(shown); // linked premises with something folded away stand side by side
  return fittingScale(true, placesFor(shown, rootsIn(shown), roomShape(), true));
}

/** The levels with which the map opens, and the way to the objections that nothing answers. */
function chooseOpening() {
  const asked = STATE.view;
  STATE.view = { focus: null, depth: null, open: new Set(), shut: new Set() };
  const depth = chooseDepth();
  STATE.firstDepth = depth;
  if (depth !== null) {
    for (const arrow of DATA.arrows.filter(isDisputed).slice(0, MOST_CLASHES)) {
      for (const id of [arrow.target, ...arrow.premises]) if (CLAIMS.has(id)) openWayTo(id, STATE.view.open);
    }
    const wayOpen = STATE.view.open;
    const shown = upperLevels(depth);
    STATE.view.open = new Set();
    // Smaller letters are a fair price for it, but not that the map no longer fits where it did.
    const isWorthIt = shown !== null && shown.size <= MOST_SHOWN && (fitsFromAfar(shown) || !fitsFromAfar(upperLevels(depth)));
    if (isWorthIt) STATE.view.open = wayOpen;
  }
  STATE.firstOpen = STATE.part ? new Set() : STATE.view.open;
  STATE.view = STATE.placed
    ? asked
    : { ...asked, depth, open: asked.open.size ? asked.open : new Set(STATE.firstOpen) };
}

/**
 * Show a level of the whole map, or of what stands around the claim in focus.
 * @param {?number} depth
 */
function setDepth(depth) {
  STATE.marked = null;
  STATE.part = false;
  const { focus } = STATE.view;
  STATE.view = focus && depth !== null
    ? { ...STATE.view, focus: { id: focus.id, depth } }
    : { focus: null, depth, open: new Set(), shut: new Set() };
  showView();
  firstView();
  keepState(true);
}

/** @param {?string} id @param {number} [depth] */
function focusOn(id, depth = 1) {
  STATE.marked = null;
  const near = Math.min(4, Math.max(1, Math.round(depth) || 1));
  STATE.view.focus = id === null ? null : { id, depth: near };
  if (id !== null) endSearch(); // what is around the claim is to be seen, found or not
  STATE.view.open = new Set();
  showView();
  if (id !== null) toMap();
  firstView(id ?? undefined);
  keepState(true);
}

/** On a phone outline, panel and map take turns: let the map be seen. */
function toMap() {
  if (!matchMedia('(max-width: 700px)').matches) return;
  byId('panel').hidden = true;
  if (!document.body.classList.contains('map-first')) byId('map-switch').click();
}

/** Unfold what hangs below a claim, or fold it away. @param {string} id */
function toggleFold(id) {
  const { open, shut, focus } = STATE.view;
  const place = CLAIMS.get(id);
  if (!place) return;
  const [x, y] = [place.x, place.y];
  if (FOLDED.has(id)) {
    open.add(id);
    shut.delete(id);
  } else if (!focus && !STATE.part && childrenOf(id).length) {
    open.delete(id);
    shut.add(id);
  }
  showView();
  keepUnderHand(x, y, place);
  keepState(true);
}

/** Make sure that a claim is shown: unfold the way down to it. @param {string} id */
function reveal(id) {
  if (isShown(id)) return;
  STATE.view.focus = null;
  STATE.marked = null;
  STATE.part = false;
  STATE.view.open.add(id);
  openWayTo(id, STATE.view.open);
  for (const at of STATE.view.open) STATE.view.shut.delete(at);
  if (STATE.view.depth === null && STATE.view.shut.size === 0) STATE.view.open.clear();
  showView();
}

/** Add all claims on the shortest way down to a claim. @param {string} id @param {Set<string>} open */
function openWayTo(id, open) {
  /** @type {Map<string, ?string>} */
  const above = new Map(DATA.roots.map((root) => [root, null]));
  for (const at of above.keys()) for (const child of childrenOf(at)) if (!above.has(child)) above.set(child, at);
  for (let at = above.get(id) ?? null; at !== null; at = above.get(at) ?? null) open.add(at);
}

/** The bar above the map that says what is shown. */
function startView() {
  const bar = byId('view');
  for (const depth of [1, 2, 3, 4, null]) {
    const made = element('button', 'step', depth === null ? 'All' : String(depth));
    made.setAttribute('type', 'button');
    made.dataset.depth = String(depth);
    if (depth !== null) made.prepend(element('span', 'unseen', 'Depth '));
    made.addEventListener('click', () => setDepth(depth));
    bar.append(made);
  }
  byId('view-leave').addEventListener('click', () => {
    if (STATE.marked) mark(null, STATE.marked.of);
    else if (STATE.view.focus || !STATE.part) focusOn(null);
    else setDepth(STATE.firstDepth);
    keepState(false);
  });
  when('standing', findHiding);
  when('view', showBar);
  showBar();
}

function showBar() {
  const { focus, depth } = STATE.view;
  const shown = VISIBLE ? VISIBLE.size : DATA.claims.length;
  const { marked } = STATE;
  const of = CLAIMS.get(marked?.of || '')?.number;
  let words = focus ? `Around ${CLAIMS.get(focus.id)?.number}, depth` : 'Depth';
  const count = VISIBLE ? `${shown} of ${DATA.claims.length} claims` : '';
  if (marked) words = marked.way === 'below' ? `What ${of} rests on` : `What rests on ${of}`;
  const isPart = STATE.part && !focus && !marked;
  if (isPart) words = `Part of the map: ${DATA.part?.words.join(', ')}`;
  byId('view-words').textContent = words;
  byId('view-count').textContent = count;
  byId('view-leave').hidden = !focus && !marked && !isPart;
  byId('view-leave').textContent = marked ? 'Back to the map' : focus ? 'Leave focus' : 'Show the whole map';
  for (const one of /** @type {NodeListOf<HTMLElement>} */ (byId('view').querySelectorAll('[data-depth]'))) {
    one.hidden = Boolean(marked) || isPart;
    one.setAttribute('aria-pressed', String(one.dataset.depth === String(focus ? focus.depth : depth)));
  }
}
