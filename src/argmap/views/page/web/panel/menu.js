/** Menus that open below a button of the header, and the menu's switch for objections. */

import { keepState } from '../state/address.js';
import { WHILE_OPEN } from '../state/life.js';
import { readTheme } from '../state/look.js';
import { relabel } from '../state/standing.js';
import { STATE, update, when } from '../state/store.js';
import { byId } from '../words/dom.js';

/** @type {[string, string][]} each button with what it opens */
const MENUS = [
  ['filter-switch', 'filter'],
  ['menu-switch', 'menu'],
];

export function startTheme() {
  readTheme();
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', readTheme, WHILE_OPEN);
  byId('theme').addEventListener('click', () => {
    document.documentElement.dataset.theme = STATE.dark ? 'light' : 'dark';
    readTheme();
  });
}

export function startMenu() {
  for (const [button, menu] of MENUS) {
    byId(button).addEventListener('click', () => openMenu(byId(menu).hidden ? menu : null));
  }
  document.addEventListener(
    'pointerdown',
    (event) => {
      const target = /** @type {Element} */ (event.target);
      if (!target.closest('.menu, .opens')) openMenu(null);
    },
    WHILE_OPEN,
  );
  for (const radio of radios()) {
    radio.addEventListener('change', () => {
      update({ objections: /** @type {Force} */ (radio.value) });
      relabel();
      keepState(true);
    });
  }
  when('standing', showObjections);
  showObjections();
}

/** Open one menu, or none, and close the others. @param {?string} wanted */
export function openMenu(wanted) {
  for (const [button, menu] of MENUS) {
    byId(menu).hidden = menu !== wanted;
    byId(button).setAttribute('aria-expanded', String(menu === wanted));
  }
  if (wanted) /** @type {?HTMLElement} */ (byId(wanted).querySelector('input, button'))?.focus();
}

/** Close the open menu, if there is one, and go back to its button. */
export function closeMenu() {
  const open = MENUS.find(([, menu]) => !byId(menu).hidden);
  if (!open) return false;
  openMenu(null);
  byId(open[0]).focus();
  return true;
}

/** Show all signs, or only the most important ones. @param {boolean} whole */
export function openLegend(whole) {
  const button = byId('legend-switch');
  byId('legend-more').hidden = !whole;
  button.setAttribute('aria-expanded', String(whole));
  button.textContent = whole ? 'Fewer signs' : 'All signs';
}

/** Close the legend, if all signs are shown. */
export function closeLegend() {
  if (byId('legend-more').hidden) return false;
  openLegend(false);
  return true;
}

/** @returns {HTMLInputElement[]} */
function radios() {
  return /** @type {HTMLInputElement[]} */ ([
    ...document.querySelectorAll('input[name=objections]'),
  ]);
}

function showObjections() {
  for (const radio of radios()) radio.checked = radio.value === STATE.objections;
}
