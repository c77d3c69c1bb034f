/** The state of the page in the address, so that a view can be sent, kept and gone back to. */

/** What the address holds. Lists are separated by commas, which no encoded id contains. */
function stateText() {
  const parts = [];
  const put = (/** @type {string} */ key, /** @type {Iterable<string>} */ ids) => {
    const all = [...ids].map(encodeURIComponent);
    if (all.length) parts.push(`${key}=${all.join(',')}`);
  };
  put('c', STATE.chosen === null ? [] : [STATE.chosen]);
  put('reject', STATE.stance.reject);
  put('accept', STATE.stance.accept);
  if (STATE.marked) parts.push(`show=${STATE.marked.way},${encodeURIComponent(STATE.marked.of)}`);
  if (STATE.objections !== DATA.objections) parts.push(`objections=${STATE.objections}`);
  const { focus, depth, open, shut } = STATE.view;
  if (focus) parts.push(`focus=${encodeURIComponent(focus.id)},${focus.depth}`);
  if (depth !== STATE.firstDepth) parts.push(`depth=${depth ?? 'all'}`);
  if (`${[...open]}` !== `${[...STATE.firstOpen]}`) parts.push(`open=${[...open].map(encodeURIComponent).join(',')}`);
  put('shut', shut);
  if (DATA.part && !STATE.part) parts.push('whole');
  for (const [key, all] of STATE.filters) put(`f-${key}`, all);
  if (STATE.brief) parts.push(`brief=${encodeURIComponent(STATE.brief)}`);
  if (SLIDE >= 0) parts.push(`step=${SLIDE + 1}`);
  return parts.join('&');
}

/**
 * Write the state into the address; what the reader would want to go back to gets a place of its
 * own in the history.
 * @param {boolean} isStep
 */
function keepState(isStep) {
  const address = `#${stateText()}`;
  if (address === (location.hash || '#')) return;
  try {
    if (isStep) history.pushState(null, '', address);
    else history.replaceState(null, '', address);
  } catch {
    // a frame without an address of its own: the page works on, it just cannot be linked to
  }
}

/** Take the state from the address; ids that the map does not hold are passed over. */
function restoreState() {
  /** @type {Map<string, string[]>} */
  const said = new Map();
  for (const part of location.hash.slice(1).split('&')) {
    const [key, value = ''] = part.split('=');
    said.set(key, value.split(',').map(decoded).filter(Boolean));
  }
  const claims = (/** @type {string} */ key) => (said.get(key) || []).filter((id) => CLAIMS.has(id));
  const [force] = said.get('objections') || [];
  STATE.objections = force === 'defeat' || force === 'contest' ? force : DATA.objections;
  const before = `${[...STATE.stance.reject]}/${[...STATE.stance.accept]}`;
  const reject = claims('reject');
  const firsts = new Set(reject.map((id) => CLAIMS.get(id)?.first));
  const accept = claims('accept').filter((id) => !firsts.has(CLAIMS.get(id)?.first));
  const isFresh = `${reject}/${accept}` === '/' && before === '/' && !NOW && STATE.objections === DATA.objections;
  if (!isFresh) setStance({ reject, accept });
  restoreView(said, claims);
  const [chosen] = claims('c');
  if ((chosen ?? null) !== STATE.chosen) choose(chosen ?? null);
  const [slide] = said.get('step') || [];
  if (Number(slide) > 0) present(Number(slide) - 1, false);
  else leaveSlides();
  const [brief] = claims('brief');
  if (brief) openBrief(brief);
  else /** @type {HTMLDialogElement} */ (byId('brief')).close();
  const [way, of = ''] = said.get('show') || [];
  if ((way === 'below' || way === 'above') && CLAIMS.has(of)) mark(way, of);
  else if (STATE.marked) mark(null, STATE.marked.of);
}

/**
 * @param {Map<string, string[]>} said
 * @param {(key: string) => string[]} claims
 */
function restoreView(said, claims) {
  const filtered = STATE.filters.size > 0;
  for (const key of [...STATE.filters.keys()]) if (!said.has(`f-${key}`)) STATE.filters.delete(key);
  for (const [key, all] of said) if (key.startsWith('f-')) STATE.filters.set(key.slice(2), new Set(all));
  if (STATE.filters.size || filtered) {
    buildFilters();
    filtersChanged(false);
  }
  const [id] = claims('focus');
  const near = Number((said.get('focus') || [])[1]);
  const [level] = said.get('depth') || [];
  const depth = level === undefined ? STATE.firstDepth : level === 'all' ? null : Number(level) || 0;
  STATE.part = DATA.part !== null && !said.has('whole');
  STATE.placed = level !== undefined || said.has('open');
  STATE.view = {
    focus: id ? { id, depth: Math.min(4, Math.max(1, near || 1)) } : null,
    depth,
    open: new Set(said.has('open') || level !== undefined ? claims('open') : STATE.firstOpen),
    shut: new Set(claims('shut')),
  };
  if (network) {
    showView();
    fitMap(false);
  }
}

/** @param {string} text */
function decoded(text) {
  try {
    return decodeURIComponent(text);
  } catch {
    return '';
  }
}

function startPermalink() {
  restoreState();
  when('select', () => keepState(false));
  addEventListener('popstate', () => {
    restoreState();
    if (STATE.chosen) goTo(STATE.chosen);
  });
}
