/** The keys of the workbench. */

import { byId } from '../words/dom.js';
import { closeSheet, goBack } from './bar.js';
import { askToChange, askToDelete } from './claim-edit.js';
import { askForClaim } from './claim-form.js';
import { isWriting } from './dialog.js';
import { showDocument } from './document.js';
import { chosenClaim } from './store.js';

/** What a key does to the chosen claim. @type {Record<string, (id: string) => void>} */
const ON_CLAIM = {
  1: (id) => askForClaim({ kind: 'supports', target: id }),
  2: (id) => askForClaim({ kind: 'attacks', target: id }),
  3: () => askForClaim({ kind: 'undercuts' }),
  4: askToChange,
  Delete: askToDelete,
};

export function startBenchKeys() {
  document.addEventListener('keydown', takeKey, true);
}

/** @param {KeyboardEvent} event */
function takeKey(event) {
  const target = /** @type {HTMLElement} */ (event.target);
  if (isWriting() || document.querySelector('dialog[open]')) return;
  const isField = target.matches('input:not([type=radio], [type=checkbox]), select, textarea');
  if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'z' && !isField) {
    take(event, () => goBack(event.shiftKey ? '/redo' : '/undo'));
    return;
  }
  if (isField || event.ctrlKey || event.metaKey || event.altKey) return;
  const chosen = chosenClaim();
  if (event.key === 'Escape' && closeSheet()) take(event, () => {});
  else if (event.key === 'c') take(event, () => askForClaim());
  else if (event.key === 'd') take(event, goToDocument);
  else if (chosen !== null && ON_CLAIM[event.key]) take(event, () => ON_CLAIM[event.key](chosen));
}

/** @param {KeyboardEvent} event @param {() => void} act */
function take(event, act) {
  event.preventDefault();
  event.stopPropagation();
  act();
}

function goToDocument() {
  showDocument(true);
  byId('doc-text').focus();
}
