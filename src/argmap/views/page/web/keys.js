/** The keyboard: arrows walk from claim to claim, the rest are single keys. */

import { fitMap, zoomBy } from './draw/camera.js';
import { focusOn, goTo, pick, toggleFold } from './draw/view.js';
import { closeLegend, closeMenu } from './panel/menu.js';
import { walkHits } from './panel/search.js';
import { present } from './present/slides.js';
import { CLAIMS, DATA, neighboursOf } from './state/data.js';
import { WHILE_OPEN } from './state/life.js';
import { isShown } from './state/shown.js';
import { opinionOn, take } from './state/standing.js';
import { choose, STATE } from './state/store.js';
import { byId } from './words/dom.js';

/** @type {Object<string, [number, number]>} */
const WAYS = { ArrowUp: [0, -1], ArrowDown: [0, 1], ArrowLeft: [-1, 0], ArrowRight: [1, 0] };

export function startKeys() {
  document.addEventListener('keydown', takeKey, WHILE_OPEN);
}

/** @param {KeyboardEvent} event */
function takeKey(event) {
  const target = /** @type {HTMLElement} */ (event.target);
  if (
    target.matches('input:not([type=radio], [type=checkbox]), select, textarea') ||
    event.ctrlKey ||
    event.metaKey ||
    event.altKey
  )
    return;
  const act = ACTIONS[event.key];
  if (act) {
    event.preventDefault();
    act();
  } else if (WAYS[event.key] && (target === byId('map') || target === document.body)) {
    event.preventDefault();
    byId('map').focus(); // so that Enter then leads to the panel
    step(WAYS[event.key]);
  } else if (event.key === 'Enter' && target === byId('map')) {
    event.preventDefault(); // else the button that takes the focus is pressed by the same key
    readChosen();
  }
}

/** @type {Object<string, () => void>} */
const ACTIONS = {
  '/': () => {
    const field = /** @type {HTMLInputElement} */ (byId('search'));
    field.focus();
    field.select();
  },
  f: () => fitMap(true),
  '+': () => zoomBy(1.3),
  '-': () => zoomBy(1 / 1.3),
  r: () => decideChosen('reject'),
  a: () => decideChosen('accept'),
  e: () => STATE.chosen !== null && toggleFold(STATE.chosen),
  o: () =>
    STATE.chosen !== null &&
    focusOn(STATE.view.focus?.id === STATE.chosen ? null : STATE.chosen, 1),
  n: () => walkHits(1),
  N: () => walkHits(-1),
  p: () => present(0),
  Escape: () => closeMenu() || closeLegend() || choose(null),
};

/** Reject or accept the chosen claim, or take that back. @param {'reject'|'accept'} side */
function decideChosen(side) {
  const claim = STATE.chosen === null ? undefined : CLAIMS.get(STATE.chosen);
  if (claim) take(claim.id, opinionOn(claim) === side ? null : side);
}

/** Put the chosen claim in the middle and lead the keyboard to its panel. */
function readChosen() {
  if (STATE.chosen === null) return;
  goTo(STATE.chosen);
  document.getElementById('panel-head')?.focus();
}

/**
 * Choose the nearest claim in a direction; one that is connected counts as nearer.
 * @param {[number, number]} way
 */
function step([right, down]) {
  const from = STATE.chosen === null ? undefined : CLAIMS.get(STATE.chosen);
  if (!from) {
    const first = DATA.main[0] || DATA.roots[0];
    if (first) pick(first);
    return;
  }
  const joined = neighboursOf(from.id);
  const [fromX, fromY] = [from.x + from.w / 2, from.y + from.h / 2];
  let [best, nearest] = ['', Infinity];
  for (const claim of DATA.claims) {
    if (!isShown(claim.id)) continue;
    const [x, y] = [claim.x + claim.w / 2 - fromX, claim.y + claim.h / 2 - fromY];
    const along = x * right + y * down;
    const aside = Math.abs(x * down) + Math.abs(y * right);
    if (along < 30 || (right && aside > along * 2 + 60)) continue;
    const distance = along + aside * (right ? 2 : 0.6) - (joined.has(claim.id) ? 500 : 0);
    if (distance < nearest) [best, nearest] = [claim.id, distance];
  }
  if (best) pick(best);
}
