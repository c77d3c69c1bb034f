/** Readers side by side: how the main conclusions stand for each, and the claims that decide. */

import { chooseClicked } from '../draw/view.js';
import { labellingOf } from '../engine/grounded.js';
import { decisiveFor } from '../engine/readers.js';
import { statusOf } from '../engine/status.js';
import { keepState } from '../state/address.js';
import { CLAIMS, DATA, shownFor } from '../state/data.js';
import { readersIn } from '../state/stance-file.js';
import { hasStance, model, setStance } from '../state/standing.js';
import { announce, STATE, update, when } from '../state/store.js';
import { byId, element, prose, tell } from '../words/dom.js';
import { statusSign } from '../words/elements.js';
import { keepFocus } from '../words/hand.js';
import { say, sayText } from '../words/sentences.js';
import { nameOf, namesOf } from '../words/telling.js';
import { tryStance } from './stance.js';

export function startReaders() {
  const sheet = /** @type {HTMLDialogElement} */ (byId('readers'));
  for (const button of document.querySelectorAll('[data-readers]'))
    button.addEventListener('click', openReaders);
  byId('readers-close').addEventListener('click', () => sheet.close());
  sheet.addEventListener('keydown', (event) => event.stopPropagation()); // the map's keys rest
  sheet.addEventListener('click', (event) => {
    if (!(/** @type {Element} */ (event.target).closest('[data-claim]'))) return;
    sheet.close();
    chooseClicked(event);
  });
  const file = /** @type {HTMLInputElement} */ (byId('readers-file'));
  for (const button of document.querySelectorAll('[data-open-stance]'))
    button.addEventListener('click', () => file.click());
  file.addEventListener('change', async () => {
    const files = [...(file.files || [])];
    file.value = ''; // so that the same file can be opened again
    await openFiles(files);
  });
  when('standing', () => sheet.open && showReaders());
}

/** Show the table of readers. */
export function openReaders() {
  const sheet = /** @type {HTMLDialogElement} */ (byId('readers'));
  showReaders();
  if (!sheet.open) sheet.showModal();
}

/** Whether a reader decides as the page's reader does now. @param {Reader} reader */
export function isTaken({ reject, accept }) {
  const same = (/** @type {string[]} */ ids, /** @type {ReadonlySet<string>} */ now) =>
    ids.length === now.size && ids.every((id) => now.has(id));
  return same(reject, STATE.stance.reject) && same(accept, STATE.stance.accept);
}

/** Read the map as a reader does, or as it is written if that was so already. @param {Reader} reader */
export function takeReader(reader) {
  if (isTaken(reader)) setStance({});
  else tryStance(reader);
  keepState(true);
}

/** The readers of the map and of the opened files, and the page's own if it decides otherwise. */
function compared() {
  const { reject, accept } = STATE.stance;
  const isOwn = hasStance() && !STATE.readers.some(isTaken);
  const own = { name: 'You', reject: [...reject], accept: [...accept] };
  return isOwn ? [...STATE.readers, own] : [...STATE.readers];
}

function showReaders() {
  const place = byId('readers-text');
  const giveBack = keepFocus(place);
  const readers = compared();
  const labels = readers.map((reader) => labellingOf(model(), reader, STATE.objections));
  const head = element('h2', '', 'Readers side by side');
  head.id = 'readers-head';
  place.replaceChildren(
    head,
    ...(readers.length
      ? [
          tableOf(readers, labels),
          element('p', 'quiet', decidingTold(readers, labels)),
          element('h3', '', 'Who decides what'),
          element('ul', 'sets', ...readers.map(opinionsRow)),
        ]
      : [
          element(
            'p',
            '',
            'There is no reader yet. Reject or accept claims, or open a stance file.',
          ),
        ]),
  );
  giveBack();
}

/** @param {Reader[]} readers @param {Labelling[]} labels */
function tableOf(readers, labels) {
  const plain = labellingOf(model(), { reject: [], accept: [] }, STATE.objections);
  const heads = ['Conclusion', 'As written'].map(columnHead);
  const taking = readers.map((reader) => columnHead(takeButton(reader)));
  const row = (/** @type {string} */ id) => {
    const name = element('th', '', ...nameOf(id));
    name.setAttribute('scope', 'row');
    const cells = [plain, ...labels].map((labelling) => cellOf(labelling, id));
    return element('tr', '', name, ...cells, element('td', '', ...decides(readers, labels, id)));
  };
  return element(
    'div',
    'wide',
    element(
      'table',
      '',
      element('thead', '', element('tr', '', ...heads, ...taking, columnHead('What decides'))),
      element('tbody', '', ...DATA.main.map(row)),
    ),
  );
}

/** @param {string|Node} content */
function columnHead(content) {
  const made = element('th', '', content);
  made.setAttribute('scope', 'col');
  return made;
}

/** @param {Reader} reader */
function takeButton(reader) {
  const made = prose('button', 'button small', reader.name);
  made.setAttribute('type', 'button');
  made.setAttribute('aria-pressed', String(isTaken(reader)));
  made.title = 'Read the map as this reader does';
  made.dataset.act = `take ${reader.name}`;
  made.addEventListener('click', () => takeReader(reader));
  return made;
}

/** The status of a conclusion for a reader. @param {Labelling} labelling @param {string} id */
function cellOf(labelling, id) {
  const status = statusOf(labelling, id);
  const claim = { .../** @type {Claim} */ (CLAIMS.get(id)), ...status };
  const words = element('span', `word ${status.word}`, statusSign(claim), status.word);
  return element('td', '', words, element('div', 'quiet', status.reason));
}

/**
 * The decisions on which it depends whether a conclusion stands.
 * @param {Reader[]} readers @param {Labelling[]} labels @param {string} id
 * @returns {Telling}
 */
function decides(readers, labels, id) {
  if (!isParted(labels, id)) return [];
  const claim = nameOf(id);
  const { sets, isCut } = decisiveFor(model(), readers, id);
  if (!sets.length && isCut)
    return ['The map is too large to find out here. Ask ', element('code', '', 'argmap readers')];
  if (!sets.length) return say('readers.unknown', { claim });
  const [first, ...others] = sets;
  if (first.length === 1 && CLAIMS.get(first[0])?.first === CLAIMS.get(id)?.first)
    return say('readers.itself', { claim });
  const judged = readers.flatMap(({ reject, accept }) => [...reject, ...accept]);
  const names = (/** @type {string[]} */ set) =>
    namesOf(set.map((member) => shownFor(member, judged)));
  return [
    ...say('readers.depends', { claim, claims: names(first) }),
    ...others.flatMap((set) => [' ', ...say('readers.other', { claims: names(set) })]),
  ];
}

/**
 * Whether a conclusion stands for some readers and not for others.
 * @param {Labelling[]} labels @param {string} id
 */
function isParted(labels, id) {
  return new Set(labels.map(({ claims }) => claims.get(id) === 'in')).size > 1;
}

/** @param {Reader[]} readers @param {Labelling[]} labels */
function decidingTold(readers, labels) {
  if (readers.length === 1)
    return 'With one reader there is nothing to compare: open the stance of another.';
  if (DATA.main.some((id) => isParted(labels, id)))
    return `What decides: ${sayText('readers.settles').replace(/^If/, 'if')}`;
  return sayText('readers.agree', { but: '' });
}

/** @param {Reader} reader */
function opinionsRow({ name, reject, accept }) {
  const sides = [
    ...(reject.length ? [['rejects ', ...namesOf(reject)]] : []),
    ...(accept.length ? [['accepts ', ...namesOf(accept)]] : []),
  ];
  const words = sides.flatMap((side, at) => (at ? ['; ', ...side] : side));
  return element(
    'li',
    '',
    prose('b', '', name),
    ': ',
    ...(words.length ? words : ['reads the map as it is']),
  );
}

/** Add the readers in some files, and say what could not be read. @param {File[]} files */
async function openFiles(files) {
  const problems = [];
  let readers = STATE.readers;
  for (const file of files) {
    const added = readersIn(await file.text());
    const problem = added ? refusal(file.name, added) : notOurs(file.name);
    if (problem) problems.push(problem);
    else if (added)
      readers = [
        ...readers.filter(({ name }) => !added.some((reader) => reader.name === name)),
        ...added,
      ];
  }
  const count = readers.length - STATE.readers.length;
  update({ readers });
  openReaders();
  announce('readers');
  const note = byId('readers-note');
  note.hidden = !problems.length;
  note.replaceChildren(...problems.map((problem) => element('p', '', problem)));
  if (!problems.length)
    tell(count ? `Readers added: ${count}.` : 'A reader of the same name was replaced.');
}

/** @param {string} file */
function notOurs(file) {
  return (
    `“${file}” is not a stance that this page saved. The page opens the files of ` +
    '“Save my stance” alone; the command argmap readers reads every other form.'
  );
}

/**
 * Why readers are not taken in; nothing if they are.
 * @param {string} file @param {Reader[]} readers
 */
function refusal(file, readers) {
  for (const { name, reject, accept } of readers) {
    const unknown = [...reject, ...accept].find((id) => !CLAIMS.has(id));
    if (unknown !== undefined)
      return (
        `“${file}” speaks of the claim “${unknown}”, which is not in this map: ` +
        'it belongs to another map, or to an older state of this one.'
      );
    const rejected = new Set(reject.map((id) => CLAIMS.get(id)?.first));
    const both = accept.find((id) => rejected.has(CLAIMS.get(id)?.first));
    if (both !== undefined)
      return (
        `“${name}” in “${file}” both rejects and accepts the claim “${both}”. ` +
        'Take one of them out of the file.'
      );
  }
  return '';
}
