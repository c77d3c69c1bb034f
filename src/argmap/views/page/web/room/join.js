/** The way in: the code on the wall, and a name for those who want one. */

import { byId, element } from '../words/dom.js';
import { join } from './server.js';

/** @param {string} code @param {(mine: RoomOwn) => void} entered */
export function showJoin(code, entered) {
  byId('views').hidden = true;
  const wrong = element('p', 'wrong');
  wrong.setAttribute('role', 'alert');
  const typed = field('code', code);
  typed.setAttribute('autocapitalize', 'characters');
  typed.setAttribute('maxlength', '12');
  const name = field('name', '');
  name.setAttribute('maxlength', '60');
  const enter = element('button', 'main', 'Come in');
  enter.setAttribute('type', 'submit');
  const form = element(
    'form',
    'card join',
    element('h2', '', 'Come in'),
    row(typed, 'Code on the wall'),
    row(name, 'Your name, if you like'),
    element('p', 'quiet', 'Without a name your answers are anonymous.'),
    wrong,
    enter,
  );
  form.addEventListener('submit', async (event) => {
    event.preventDefault();
    wrong.textContent = typed.value.trim() ? '' : 'Type the code that is on the wall.';
    if (wrong.textContent) return typed.focus();
    enter.setAttribute('disabled', '');
    const answer = await join(typed.value, name.value);
    enter.removeAttribute('disabled');
    if (answer.mine) return entered(answer.mine);
    wrong.textContent = answer.refusal ?? 'Type the code that is on the wall.';
    return typed.focus();
  });
  byId('main').replaceChildren(form);
  (code ? name : typed).focus();
}

/** @param {string} id @param {string} value */
function field(id, value) {
  const made = /** @type {HTMLInputElement} */ (element('input'));
  made.id = id;
  made.value = value;
  made.autocomplete = 'off';
  made.spellcheck = false;
  return made;
}

/** @param {HTMLInputElement} input @param {string} words */
function row(input, words) {
  const label = element('label', '', words);
  label.setAttribute('for', input.id);
  return element('div', 'row', label, input);
}
