/** The leader's side of a room: who is there, what is asked, and, once shown, what came of it. */

import { listenTo } from '../talk/server.js';
import { byId, element, prose } from '../words/dom.js';
import { showResults } from './results.js';
import { asked, results } from './server.js';

/** @type {?RoomLed} */
let led = null;

/** What of the room the results on the screen belong to. */
let resultsOf = '';
let isFetching = false;

function start() {
  const open = act('Room', () => openRoom(Boolean(byId('room').hidden)));
  open.id = 'room-switch';
  open.setAttribute('aria-controls', 'room');
  open.setAttribute('aria-expanded', 'false');
  const ask = act('Ask this', askChosen);
  ask.id = 'room-ask';
  byId('done').before(open, ask);
  byId('room-close').addEventListener('click', () => openRoom(false));
  byId('room').addEventListener('keydown', (event) => {
    event.stopPropagation(); // the map's keys rest
    if (event.key === 'Escape') openRoom(false);
  });
  byId('room-show').addEventListener('click', () => wish(led?.shown ? 'hide' : 'show'));
  byId('room-next').addEventListener('click', () => step(1));
  byId('room-previous').addEventListener('click', () => step(-1));
  byId('room-all').addEventListener('click', () => wish('ask', { claims: [] }));
  byId('room-stop').addEventListener('click', () => wish('stop'));
  byId('room-save').addEventListener('click', save);
  byId('room-anew').addEventListener('click', anew);
  listenTo('/room/events', heard);
  new MutationObserver(shield).observe(document.body, { childList: true });
  openRoom(true);
}

/** What is behind the room cannot be reached while it is open; the map may be made anew meanwhile. */
function shield() {
  const isOpen = !byId('room').hidden;
  for (const part of document.body.children)
    if (part instanceof HTMLElement && !part.matches('#room, #bar, script'))
      part.inert = isOpen && !part.matches('dialog, .sheet');
}

/** @param {string} words @param {() => void} done @param {string} [kind] */
function act(words, done, kind = 'small') {
  const made = element('button', `button ${kind}`, words);
  made.setAttribute('type', 'button');
  made.addEventListener('click', done);
  return made;
}

/** @param {boolean} isOpen */
function openRoom(isOpen) {
  byId('room').hidden = !isOpen;
  shield();
  byId('room-switch').setAttribute('aria-expanded', String(isOpen));
  if (isOpen) byId('room').focus();
  else byId('room-switch').focus();
}

/** @param {string} act @param {object} [wanted] */
async function wish(act, wanted) {
  const answer = await asked(act, wanted);
  byId('room-words').textContent = answer.refusal ?? '';
  return answer;
}

/** Ask about the claim that is chosen on the map. */
function askChosen() {
  const chosen = window.argmap?.state().chosen;
  if (chosen) wish('ask', { claims: [chosen] });
  else byId('room-words').textContent = 'Choose a claim on the map first.';
  openRoom(true);
}

/** Ask about the next of the premises that matter. @param {1|-1} by */
function step(by) {
  const premises = led?.premises ?? [];
  const at = premises.findIndex(({ id }) => led?.current.length === 1 && led.current[0] === id);
  const to = at < 0 ? (by > 0 ? 0 : premises.length - 1) : at + by;
  if (premises[to]) wish('ask', { claims: [premises[to].id] });
}

async function save() {
  const { paths } = await wish('save');
  if (paths) byId('room-words').textContent = `Saved: ${paths.join(' and ')}.`;
}

/** Begin anew, after a question. */
function anew() {
  const words = byId('room-words');
  words.replaceChildren(
    'The answers so far stay in their file, and everybody answers anew. ',
    act('Start anew', () => wish('anew')),
    ' ',
    act('Go on', () => words.replaceChildren()),
  );
  /** @type {?HTMLElement} */ (words.querySelector('button'))?.focus();
}

/** @param {RoomLed} now */
function heard(now) {
  led = now;
  const people = `${now.people} ${now.people === 1 ? 'person is' : 'people are'} in the room`;
  byId('room-people').textContent = now.people ? `${people}.` : 'Nobody is here yet.';
  byId('room-switch').textContent = now.people ? `Room (${now.people})` : 'Room';
  byId('room-now').replaceChildren(...question(now));
  showActs(now);
  showPremises(now);
  showAside(now);
  byId('room-results').hidden = !now.shown;
  if (now.shown) refreshResults();
  else forgetResults();
}

/** @param {RoomLed} now */
function showActs(now) {
  byId('room-show').textContent = now.shown ? 'Hide' : 'Show';
  for (const id of ['room-save', 'room-table']) byId(id).hidden = !now.shown;
  byId('room-stop').hidden = now.current.length === 0;
  const at = now.premises.findIndex(({ id }) => now.current.length === 1 && now.current[0] === id);
  /** @type {HTMLButtonElement} */ (byId('room-previous')).disabled = at === 0;
  /** @type {HTMLButtonElement} */ (byId('room-next')).disabled = at === now.premises.length - 1;
}

/** What is asked now. @param {RoomLed} now @returns {HTMLElement[]} */
function question(now) {
  if (!now.current.length)
    return [
      element('h2', '', now.question ? 'The question' : 'The map'),
      prose('p', 'asking', now.question || now.title),
      element(
        'p',
        'role',
        'Ask about one premise after the other, or choose a claim on the map and press “Ask this”.',
      ),
    ];
  const claims = now.claims.filter(({ id }) => now.current.includes(id));
  const [first] = claims;
  const isAlone = claims.length === 1;
  const bar = /** @type {HTMLProgressElement} */ (element('progress'));
  bar.max = Math.max(now.people, 1);
  bar.value = now.answered;
  bar.setAttribute('aria-label', 'Answered');
  const whole = isAlone ? 'answered' : `answered all ${claims.length}`;
  return [
    element('h2', '', isAlone ? 'Do you agree?' : 'Do you agree with each of these?'),
    prose('p', 'asking', isAlone ? first.text : `${claims.length} premises that matter`),
    ...(isAlone && first.role ? [prose('p', 'role', first.role)] : []),
    element('p', 'count', `${now.answered} of ${now.people} ${whole}.`),
    bar,
  ];
}

/** @param {RoomLed} now */
function showPremises(now) {
  const others = now.claims.filter(({ id }) => !now.premises.some((each) => each.id === id));
  const rows = [...now.premises, ...others].map((row) => {
    const made = element(
      'li',
      now.current.includes(row.id) ? 'current' : '',
      prose('span', '', `${row.number} ${row.text}`),
      element('span', 'numbers', row.answered ? `${row.answered} answered` : ''),
      act('Ask', () => wish('ask', { claims: [row.id] })),
    );
    made.querySelector('button')?.setAttribute('aria-label', `Ask ${row.number} ${row.name}`);
    return made;
  });
  const inHand = document.activeElement?.getAttribute('aria-label');
  byId('room-premises').replaceChildren(
    element('h2', '', 'The premises that matter, the most critical first'),
    element('ol', '', ...rows),
  );
  if (inHand?.startsWith('Ask '))
    for (const button of byId('room-premises').querySelectorAll('button'))
      if (button.getAttribute('aria-label') === inHand) button.focus({ preventScroll: true });
}

/** Answers that belong to no claim any more. @param {RoomLed} now */
function showAside(now) {
  const rows = now.aside.map(({ claim, text, answers }) =>
    prose('li', '', `${answers} to “${text}” (${claim})`),
  );
  byId('room-aside').replaceChildren(
    ...(rows.length
      ? [
          element('p', '', 'Kept, and not counted, as these words are not in the map any more:'),
          element('ul', '', ...rows),
        ]
      : []),
    ...(now.damaged
      ? [element('p', '', `${now.damaged} lines of the answers could not be read.`)]
      : []),
  );
}

/** Answers that are hidden leave nothing on the screen. */
function forgetResults() {
  resultsOf = '';
  byId('room-results').replaceChildren();
}

async function refreshResults() {
  const key = `${led?.session}/${led?.entries}/${document.body.dataset.state}/${JSON.stringify(led?.claims)}`;
  if (isFetching || key === resultsOf) return;
  isFetching = true;
  if (!resultsOf) byId('room-results').replaceChildren(element('p', 'role', 'Counting …'));
  const now = await results();
  isFetching = false;
  if (!led?.shown) return;
  resultsOf = key;
  if (now) showResults(now, (id) => wish('ask', { claims: [id] }), showOnMap);
  refreshResults();
}

/** @param {string} id */
function showOnMap(id) {
  openRoom(false);
  window.argmap?.select(id);
}

start();
