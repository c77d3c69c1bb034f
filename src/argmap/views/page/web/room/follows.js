/** What follows for the main conclusions from the answers of this phone. */

import { byId, element, prose } from '../words/dom.js';
import { know, ROOM } from './room.js';
import { follows, rename } from './server.js';

/** How long to wait before it is asked for again, in milliseconds. */
const AGAIN = 2000;

export async function showFollows() {
  const answer = await follows();
  if (ROOM.view !== 'follows') return;
  if (!answer.mine) {
    const words = answer.refusal ?? 'Load the page again and type the code.';
    byId('main').replaceChildren(element('p', 'card wrong', words));
    setTimeout(showFollows, AGAIN);
    return;
  }
  const { conclusions, reject, accept } = /** @type {RoomFollows} */ (answer.mine);
  const hasSaid = reject.length + accept.length > 0;
  byId('main').replaceChildren(
    element('h2', '', 'What follows from what you said'),
    element(
      'p',
      'quiet',
      hasSaid
        ? 'Only you see this. It changes when you change an answer.'
        : 'You have neither agreed nor disagreed yet, so this is the map as it is.',
    ),
    ...conclusions.map(conclusion),
    wholeMap(reject, accept),
    nameForm(),
  );
}

/** @param {RoomFollows['conclusions'][number]} each */
function conclusion({ text, word, verb, reason, before, because }) {
  return element(
    'article',
    `card conclusion ${word}`,
    prose('h3', 'claim', text),
    element('p', 'status', element('b', `word ${word}`, `It ${verb}`), before ? ' for you' : ''),
    prose('p', '', reason),
    before ? prose('p', 'quiet', difference(before, because)) : null,
  );
}

/** The reason why the answers make a difference. @param {string} before @param {string} because */
function difference(before, because) {
  const without = `Without your answers it ${before}`;
  return because ? `${without}; what you said of ${because} makes the difference.` : `${without}.`;
}

/** The link to the page of the map, with the answers. @param {string[]} reject @param {string[]} accept */
function wholeMap(reject, accept) {
  const part = (/** @type {string} */ key, /** @type {string[]} */ ids) =>
    ids.length ? [`${key}=${ids.map(encodeURIComponent).join(',')}`] : [];
  const link = /** @type {HTMLAnchorElement} */ (
    element('a', 'button', 'Open the whole map with your answers')
  );
  link.href = `/map#${[...part('reject', reject), ...part('accept', accept)].join('&')}`;
  link.target = '_blank';
  link.rel = 'noopener';
  return element('p', '', link);
}

function nameForm() {
  const input = /** @type {HTMLInputElement} */ (element('input'));
  input.id = 'own-name';
  input.value = ROOM.mine.name;
  input.maxLength = 60;
  input.autocomplete = 'off';
  const label = element('label', '', 'Your name');
  label.setAttribute('for', 'own-name');
  const done = element('p', 'quiet');
  done.setAttribute('role', 'status');
  const keep = element('button', 'button', 'Keep');
  keep.setAttribute('type', 'submit');
  const form = element('form', 'row', label, element('div', 'beside', input, keep), done);
  form.addEventListener('submit', async (event) => {
    event.preventDefault();
    const answer = await rename(input.value);
    done.textContent = answer.mine ? 'Kept.' : (answer.refusal ?? 'Type the code again.');
    if (answer.mine) know(answer.mine);
  });
  const fold = element(
    'details',
    'earlier',
    element('summary', '', ROOM.mine.name ? 'Your name' : 'Answer under a name'),
    form,
  );
  return fold;
}
