/** The bar above the map that says what is shown. */

import { firstView } from '../draw/camera.js';
import { focusOn, setDepth, showView } from '../draw/view.js';
import { fitSoon, isAtStart, showWhole } from '../draw/ways.js';
import { keepState } from '../state/address.js';
import { CLAIMS, DATA } from '../state/data.js';
import { IS_SHORTENED, showSentences } from '../state/faces.js';
import { findHiding, SHOWN } from '../state/shown.js';
import { isReading, STATE, when } from '../state/store.js';
import { byId, element } from '../words/dom.js';
import { mark } from './marking.js';

/** The bar above the map that says what is shown. */
export function startView() {
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
  const sentences = byId('view-sentences');
  sentences.hidden = !IS_SHORTENED;
  sentences.addEventListener('click', () => {
    showSentences(!STATE.sentences);
    showView();
    firstView();
    keepState(true);
  });
  byId('way-read').addEventListener('click', () => showWhole(false));
  byId('way-whole').addEventListener('click', () => showWhole(true));
  when('select', showStart);
  when('standing', findHiding);
  when('part', showView);
  when('way', showWay);
  when('view', showBar);
  showBar();
}

/** Show the list beside the map, or fold it away. @param {boolean} shown */
export function showSide(shown) {
  document.body.classList.toggle('no-side', !shown);
  byId('side-switch').setAttribute('aria-expanded', String(shown));
}

/** @type {?boolean} how the map was shown last */
let wasReading = null;

/** Fit the page around the map to how it is shown: what is read has the room of the list as well. */
function showWay() {
  const reading = isReading();
  document.body.classList.toggle('reading', reading);
  byId('way-read').setAttribute('aria-pressed', String(reading));
  byId('way-whole').setAttribute('aria-pressed', String(!reading && STATE.whole));
  for (const id of ['view', 'view-count', 'view-sentences'])
    byId(id).hidden = reading || (id === 'view-sentences' && !IS_SHORTENED);
  if (reading !== wasReading) {
    showSide(!reading);
    fitSoon();
  }
  wasReading = reading;
  showStart();
}

/** Offer the way back to the start when something differs from it. */
function showStart() {
  byId('view-start').hidden = isAtStart();
}

function showBar() {
  showWay();
  const { focus, depth } = STATE.view;
  const shown = SHOWN.visible ? SHOWN.visible.size : DATA.claims.length;
  const { marked } = STATE;
  const of = CLAIMS.get(marked?.of || '')?.number;
  let words = focus ? `Around ${CLAIMS.get(focus.id)?.number}, depth` : 'Depth';
  const count = SHOWN.visible ? `${shown} of ${DATA.claims.length} claims` : '';
  if (marked) words = marked.way === 'below' ? `What ${of} rests on` : `What rests on ${of}`;
  const isPart = STATE.part && !focus && !marked;
  if (isPart) words = `Part of the map: ${DATA.part?.words.join(', ')}`;
  byId('view-sentences').setAttribute('aria-pressed', String(STATE.sentences));
  byId('view-words').textContent = words;
  byId('view-count').textContent = count;
  byId('view-leave').hidden = isReading() || (!focus && !marked && !isPart);
  byId('view-leave').textContent = marked
    ? 'Back to the map'
    : focus
      ? 'Leave focus'
      : 'Show the whole map';
  for (const button of /** @type {NodeListOf<HTMLElement>} */ (
    byId('view').querySelectorAll('[data-depth]')
  )) {
    button.hidden = Boolean(marked) || isPart;
    button.setAttribute(
      'aria-pressed',
      String(button.dataset.depth === String(focus ? focus.depth : depth)),
    );
  }
}
