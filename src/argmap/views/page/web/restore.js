/** The state that the address holds, brought back. */

import { fitMap, hasMap } from './draw/camera.js';
import { goTo, showView } from './draw/view.js';
import { closeBrief, openBrief } from './panel/brief.js';
import { buildFilters, filtersChanged } from './panel/filters.js';
import { mark } from './panel/marking.js';
import { goneTold, notify } from './panel/notice.js';
import { searchFor } from './panel/search.js';
import { leaveSlides, present } from './present/slides.js';
import { decoded, keepState } from './state/address.js';
import { CLAIMS, DATA } from './state/data.js';
import { showSentences } from './state/faces.js';
import { WHILE_OPEN } from './state/life.js';
import { isRelabelled, setStance } from './state/standing.js';
import { announce, choose, putAtCentre, STATE, update, when } from './state/store.js';
import { showStrengths } from './state/weighing.js';
import { byId } from './words/dom.js';

/** Whether the state is being taken from the address: what changes then is no step of the reader. */
let isRestoring = false;

/**
 * Take the state from what an address holds; ids that the map does not hold are passed over.
 * @param {string} [text] that of the address itself, if not given
 */
function restoreState(text = location.hash.slice(1)) {
  isRestoring = true;
  takeState(text);
  isRestoring = false;
}

/** @param {string} text */
function takeState(text) {
  /** @type {Map<string, string[]>} */
  const given = new Map();
  for (const part of text.split('&')) {
    const [key, value = ''] = part.split('=');
    given.set(key, value.split(',').map(decoded).filter(Boolean));
  }
  tellGone(given);
  const claims = (/** @type {string} */ key) =>
    (given.get(key) || []).filter((id) => CLAIMS.has(id));
  const [force] = given.get('objections') || [];
  update({ objections: force === 'defeat' || force === 'contest' ? force : DATA.objections });
  const before = `${[...STATE.stance.reject]}/${[...STATE.stance.accept]}`;
  const reject = claims('reject');
  const firsts = new Set(reject.map((id) => CLAIMS.get(id)?.first));
  const accept = claims('accept').filter((id) => !firsts.has(CLAIMS.get(id)?.first));
  const isFresh =
    `${reject}/${accept}` === '/' &&
    before === '/' &&
    !isRelabelled() &&
    STATE.objections === DATA.objections;
  if (!isFresh) setStance({ reject, accept });
  restoreView(given, claims);
  const [chosen] = claims('c');
  if ((chosen ?? null) !== STATE.chosen) choose(chosen ?? null);
  const [query = ''] = given.get('q') || [];
  if (query !== STATE.query) searchFor(query);
  const [slide] = given.get('step') || [];
  if (Number(slide) > 0) present(Number(slide) - 1, false);
  else leaveSlides();
  const [brief] = claims('brief');
  if (brief) openBrief(brief);
  else closeBrief();
  const [way, of = ''] = given.get('show') || [];
  if ((way === 'below' || way === 'above') && CLAIMS.has(of)) mark(way, of);
  else if (STATE.marked) {
    update({ marked: null });
    showView();
  }
}

/** Say which claims an address names that the map does not hold (any more). @param {Map<string, string[]>} given */
function tellGone(given) {
  const ids = ['c', 'at', 'reject', 'accept', 'brief', 'focus'].flatMap((key) =>
    (given.get(key) || []).slice(0, key === 'focus' ? 1 : undefined),
  );
  const gone = [...new Set(ids)].filter((id) => !CLAIMS.has(id));
  if (gone.length) notify(goneTold(gone));
}

/**
 * @param {Map<string, string[]>} given
 * @param {(key: string) => string[]} claims
 */
function restoreView(given, claims) {
  const filtered = STATE.filters.size > 0;
  const own = [...given].filter(([key]) => key.startsWith('f-'));
  update({ filters: new Map(own.map(([key, all]) => [key.slice(2), new Set(all)])) });
  if (STATE.filters.size || filtered) {
    buildFilters();
    filtersChanged(false);
  }
  showSentences(given.has('sentences'));
  takeCredences(given);
  const [id] = claims('focus');
  const near = Number((given.get('focus') || [])[1]);
  const [level] = given.get('depth') || [];
  const depth =
    level === undefined ? STATE.firstDepth : level === 'all' ? null : Number(level) || 0;
  const [way] = given.get('view') || [];
  const [at] = claims('at');
  const [chosen] = claims('c');
  putAtCentre(at ?? chosen ?? null);
  update({
    whole: way ? way === 'whole' : DATA.part !== null || STATE.filters.size > 0,
    part: DATA.part !== null && !given.has('whole'),
    placed: level !== undefined || given.has('open'),
    view: {
      focus: id ? { id, depth: Math.min(4, Math.max(1, near || 1)) } : null,
      depth,
      open: new Set(given.has('open') || level !== undefined ? claims('open') : STATE.firstOpen),
      shut: new Set(claims('shut')),
    },
  });
  if (hasMap()) {
    showView();
    fitMap(false);
  }
}

/** Whether strengths are shown, and the credences that were moved. @param {Map<string, string[]>} given */
function takeCredences(given) {
  const moved = (given.get('credence') || []).map((text) => {
    const [number, ...id] = text.split(' ');
    return /** @type {[string, number]} */ ([id.join(' '), Number(number)]);
  });
  const credences = new Map(
    moved.filter(([id, number]) => CLAIMS.get(id)?.first === id && number >= 0 && number <= 1),
  );
  const isNew = `${[...credences]}` !== `${[...STATE.credences]}`;
  if (isNew) update({ credences });
  if (given.has('strengths') !== STATE.weighed) showStrengths(given.has('strengths'));
  else if (isNew) announce('strengths');
}

export function startPermalink() {
  restoreState();
  when('select', () => keepState(!isRestoring));
  byId('view-start').addEventListener('click', () => {
    restoreState(''); // works in a frame without an address as well
    keepState(true);
  });
  addEventListener(
    'popstate',
    () => {
      restoreState();
      if (STATE.chosen) goTo(STATE.chosen);
    },
    WHILE_OPEN,
  );
}
