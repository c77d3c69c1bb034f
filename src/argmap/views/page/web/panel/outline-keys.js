/** The keyboard in the outline: a tree is one stop of the Tab key, and arrow keys walk in it. */

/** @typedef {Record<'unfold'|'fold', (button: HTMLElement) => void>} Acts */

/**
 * Let the keyboard walk in a tree: up and down over what is unfolded, right and left to unfold and
 * fold, or to what is below and above.
 * @param {HTMLElement} tree
 * @param {Acts} acts
 */
export function walkTree(tree, acts) {
  /** @type {?HTMLElement} the entry to which the Tab key leads */
  let stop = tree.querySelector('[role=treeitem]');
  if (stop) stop.tabIndex = 0;
  tree.addEventListener('focusin', ({ target }) => {
    if (stop) stop.tabIndex = -1;
    stop = /** @type {HTMLElement} */ (target);
    stop.tabIndex = 0;
  });
  tree.addEventListener('keydown', (event) => {
    const { target, ctrlKey, altKey, metaKey } = event;
    const at = /** @type {?HTMLElement} */ (
      /** @type {Element} */ (target).closest('[role=treeitem]')
    );
    if (!at || ctrlKey || altKey || metaKey) return;
    const next = KEYS[event.key]?.(at, tree, acts);
    if (next === undefined) return;
    event.preventDefault();
    next?.focus();
  });
}

/** @param {HTMLElement} tree @returns {HTMLElement[]} the entries that can be seen */
function seen(tree) {
  const all = [
    .../** @type {NodeListOf<HTMLElement>} */ (tree.querySelectorAll('[role=treeitem]')),
  ];
  return all.filter((button) => !button.closest('ul[hidden]'));
}

/**
 * The entry so many places further down.
 * @param {HTMLElement} at @param {HTMLElement} tree @param {number} by
 */
function beside(at, tree, by) {
  const all = seen(tree);
  return all[all.indexOf(at) + by] || null;
}

/** @typedef {(at: HTMLElement, tree: HTMLElement, acts: Acts) => ?HTMLElement} Walk */

/** Where each key leads; null to stay. @type {Object<string, Walk>} */
const KEYS = {
  ArrowDown: (at, tree) => beside(at, tree, 1),
  ArrowUp: (at, tree) => beside(at, tree, -1),
  Home: (_, tree) => seen(tree)[0],
  End: (_, tree) => seen(tree).at(-1) || null,
  ArrowRight: (at, tree, { unfold }) => {
    if (at.getAttribute('aria-expanded') === 'true') return beside(at, tree, 1);
    if (at.hasAttribute('aria-expanded')) unfold(at);
    return null;
  },
  ArrowLeft: (at, _, { fold }) => {
    if (at.getAttribute('aria-expanded') === 'true') {
      fold(at);
      return null;
    }
    const above = at.parentElement?.parentElement?.closest('li:not(.together)');
    return /** @type {?HTMLElement} */ (above?.querySelector('[role=treeitem]')) || null;
  },
};
