/** Ways around the page by keyboard: skip links, F6 from region to region, lists as one stop. */

import { toMap } from '../draw/view.js';
import { WHILE_OPEN } from '../state/life.js';
import { byId } from '../words/dom.js';
import { showSide } from './view-bar.js';

/** What can be walked through with arrow keys, and what holds such a list. */
const [ENTRY, LIST] = ['button.claim, a.ref', 'section:not(#outline)'];

/** @type {Object<string, () => ?HTMLElement>} where each region takes the focus */
const REGIONS = {
  search: () => byId('search'),
  side: () => byId('side').querySelector('button:not([tabindex="-1"])'),
  map: () => byId('map'),
  panel: () => document.getElementById('panel-head'),
  outline: () => byId('outline').querySelector('[role=treeitem][tabindex="0"]'),
};

/** The regions through which F6 leads; the outline is in the list at the side. */
const ROUND = ['search', 'side', 'map', 'panel'];

export function startRegions() {
  for (const button of /** @type {NodeListOf<HTMLElement>} */ (
    document.querySelectorAll('[data-skip]')
  ))
    button.addEventListener('click', () => goToRegion(button.dataset.skip || ''));
  for (const button of /** @type {NodeListOf<HTMLElement>} */ (
    document.querySelectorAll('[data-jump]')
  ))
    button.addEventListener('click', () =>
      byId(button.dataset.jump || '').scrollIntoView({ block: 'start' }),
    );
  document.addEventListener(
    'keydown',
    (event) => {
      if (event.key !== 'F6' || event.ctrlKey || event.altKey || event.metaKey) return;
      event.preventDefault();
      goRound(event.shiftKey ? -1 : 1);
    },
    WHILE_OPEN,
  );
  for (const place of [byId('side'), byId('panel'), byId('stance')]) oneStopEach(place);
}

/** Go to a region by the keyboard; false if there is none now. @param {string} name */
function goToRegion(name) {
  if (name === 'map') toMap();
  if (name === 'outline') showSide(true);
  const place = REGIONS[name]();
  if (!place || !place.getClientRects().length) return false;
  place.focus();
  place.scrollIntoView({ block: 'nearest' });
  return true;
}

/** Go to the next region that is there. @param {1|-1} by */
function goRound(by) {
  const places = ROUND.map((name) => byId(name));
  const now = places.findIndex((place) => place.contains(document.activeElement));
  const start = now < 0 && by < 0 ? 0 : now;
  for (let turn = 1; turn <= ROUND.length; turn += 1) {
    const next = (start + by * turn + 2 * ROUND.length) % ROUND.length;
    if (goToRegion(ROUND[next])) return;
  }
}

/**
 * Make each list of claims in a place one stop of the Tab key, with arrow keys from claim to claim.
 * @param {HTMLElement} place
 */
function oneStopEach(place) {
  const stops = () => {
    for (const list of place.querySelectorAll(LIST)) {
      const all = entriesOf(list);
      const stop = all.find((entry) => entry.tabIndex === 0) || all[0];
      for (const entry of all) entry.tabIndex = entry === stop ? 0 : -1;
    }
  };
  new MutationObserver(stops).observe(place, { childList: true, subtree: true });
  stops();
  place.addEventListener('keydown', (event) => {
    const at = /** @type {HTMLElement} */ (event.target);
    const list = at.matches(ENTRY) && at.closest(LIST);
    if (!list || event.ctrlKey || event.altKey || event.metaKey) return;
    const next = nextEntry(event.key, at, entriesOf(list));
    if (next === undefined) return;
    event.preventDefault();
    if (!next) return;
    [at.tabIndex, next.tabIndex] = [-1, 0];
    next.focus();
  });
}

/** @param {Element} list @returns {HTMLElement[]} */
function entriesOf(list) {
  return [.../** @type {NodeListOf<HTMLElement>} */ (list.querySelectorAll(ENTRY))];
}

/**
 * The entry to which a key leads: null at the end of the list, undefined for another key.
 * @param {string} key @param {HTMLElement} at @param {HTMLElement[]} all
 */
function nextEntry(key, at, all) {
  const open = all.filter((entry) => entry.getClientRects().length > 0);
  const place = open.indexOf(at);
  if (key === 'ArrowDown') return open[place + 1] || null;
  if (key === 'ArrowUp') return open[place - 1] || null;
  if (key === 'Home') return open[0];
  return key === 'End' ? open[open.length - 1] : undefined;
}
