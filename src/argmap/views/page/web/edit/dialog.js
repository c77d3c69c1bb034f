/** The dialog in which claims and steps are written; what is half written outlives a new page. */

import { byId, element } from '../words/dom.js';
import { button } from './fields.js';
import { asked } from './server.js';

/** The element to which the focus returns. @type {?string} */
let openedBy = null;

function dialog() {
  return /** @type {HTMLDialogElement} */ (byId('form'));
}

export function startDialog() {
  dialog().addEventListener('keydown', (event) => event.stopPropagation()); // the map's keys rest
  dialog().addEventListener('close', () => {
    // The browser gave the focus back itself, unless the page was made anew meanwhile.
    if (document.activeElement !== document.body) return;
    const back = openedBy && document.querySelector(openedBy);
    /** @type {HTMLElement} */ (back || byId('map'))?.focus?.();
  });
}

/** Whether somebody is writing. */
export function isWriting() {
  return dialog().open;
}

/** Close it. */
function closeDialog() {
  if (dialog().open) dialog().close();
}

/**
 * Open the dialog on a form. `send` gives what is to be asked of the server, or a sentence that says
 * what is still missing.
 * @param {string} title @param {HTMLElement[]} rows @param {string} doing
 * @param {() => object|string|null} send @param {(answer: {chosen?: ?string}) => void} [done]
 */
export function openForm(title, rows, doing, send, done = () => {}) {
  const head = element('h2', '', title);
  head.id = 'form-head';
  const wrong = element('p', 'wrong');
  wrong.setAttribute('role', 'alert');
  const form = /** @type {HTMLFormElement} */ (element('form', 'form-rows', ...rows, wrong));
  const submit = element('button', 'button main', doing);
  submit.setAttribute('type', 'submit');
  form.append(element('div', 'form-acts', button('Cancel', closeDialog), submit));
  form.addEventListener('submit', async (event) => {
    event.preventDefault();
    const wish = send();
    if (typeof wish === 'string') wrong.textContent = wish;
    if (wish === null) closeDialog();
    if (typeof wish === 'string' || wish === null) return;
    submit.setAttribute('disabled', '');
    const answer = await asked('/edit', wish);
    submit.removeAttribute('disabled');
    if (answer.refusal !== undefined) {
      wrong.textContent = answer.refusal;
      return;
    }
    closeDialog();
    done(answer);
  });
  form.addEventListener('keydown', (event) => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) form.requestSubmit();
  });
  openedBy = wayTo(/** @type {?HTMLElement} */ (document.activeElement));
  dialog().replaceChildren(head, form);
  if (!dialog().open) dialog().showModal();
  /** @type {?HTMLElement} */ (form.querySelector('textarea, input, select'))?.focus();
}

/** How an element can be found again on a page that was made anew. @param {?HTMLElement} at */
function wayTo(at) {
  if (!at || at === document.body) return null;
  if (at.id) return `#${CSS.escape(at.id)}`;
  const act = at.dataset.act;
  return act ? `[data-act="${act}"]` : null;
}
