/** Menus that open below a button of the header, and the menu's switch for objections. */

/** @type {[string, string][]} each button with what it opens */
const MENUS = [['filter-switch', 'filter'], ['menu-switch', 'menu']];

function startMenu() {
  for (const [button, menu] of MENUS) {
    byId(button).addEventListener('click', () => openMenu(byId(menu).hidden ? menu : null));
  }
  document.addEventListener('pointerdown', (event) => {
    const target = /** @type {Element} */ (event.target);
    if (!target.closest('.menu, .opens')) openMenu(null);
  });
  for (const one of radios()) {
    one.addEventListener('change', () => {
      STATE.objections = /** @type {Force} */ (one.value);
      relabel();
      keepState(true);
    });
  }
  when('standing', showObjections);
  showObjections();
}

/** Open one menu, or none, and close the others. @param {?string} wanted */
function openMenu(wanted) {
  for (const [button, menu] of MENUS) {
    byId(menu).hidden = menu !== wanted;
    byId(button).setAttribute('aria-expanded', String(menu === wanted));
  }
  if (wanted) /** @type {?HTMLElement} */ (byId(wanted).querySelector('input, button'))?.focus();
}

/** Close the open menu, if there is one, and go back to its button. */
function closeMenu() {
  const open = MENUS.find(([, menu]) => !byId(menu).hidden);
  if (!open) return false;
  openMenu(null);
  byId(open[0]).focus();
  return true;
}

/** Show all signs, or only the most important ones. @param {boolean} whole */
function openLegend(whole) {
  const button = byId('legend-switch');
  byId('legend-more').hidden = !whole;
  button.setAttribute('aria-expanded', String(whole));
  button.textContent = whole ? 'Fewer signs' : 'All signs';
}

/** Close the legend, if all signs are shown. */
function closeLegend() {
  if (byId('legend-more').hidden) return false;
  openLegend(false);
  return true;
}

/** @returns {HTMLInputElement[]} */
function radios() {
  return /** @type {HTMLInputElement[]} */ ([...document.querySelectorAll('input[name=objections]')]);
}

function showObjections() {
  for (const one of radios()) one.checked = one.value === STATE.objections;
}
