/** The banner: what the reader's stance changes, in words; and the stance as a file to keep. */

import { fitMap, fittingScale, READABLE, showAll } from '../draw/camera.js';
import { chooseClicked, reveal } from '../draw/view.js';
import { sure } from '../engine/model.js';
import { statusOf } from '../engine/status.js';
import { keepState } from '../state/address.js';
import { CLAIMS, DATA, inOrder, RELATIONS_FROM } from '../state/data.js';
import { isShown } from '../state/shown.js';
import { changes, model, opinionOn, setStance } from '../state/standing.js';
import { STATE, when } from '../state/store.js';
import { byId, download, element, statusSign } from '../words/elements.js';
import { counted, listed, say, sayText } from '../words/sentences.js';
import { chainTold, nameOf, namesOf } from '../words/telling.js';

/** How many changed claims are unfolded at once. */
const MOST_UNFOLDED = 8;

/**
 * Take a stance, and unfold what it changes, if that is not much.
 * @param {{reject: string[], accept: string[]}} stance
 */
export function tryStance(stance) {
  const before = new Map(DATA.claims.map((claim) => [claim.id, claim.word]));
  setStance(stance);
  const changed = DATA.claims
    .filter((claim) => claim.word !== before.get(claim.id))
    .map((claim) => claim.id);
  if (!changed.length || changed.length > MOST_UNFOLDED || changed.every(isShown)) return;
  changed.forEach(reveal);
  if (fittingScale() < READABLE * 0.8) showAll(changed);
  else fitMap(true);
}

export function startStance() {
  byId('stance-undo').addEventListener('click', () => {
    setStance({});
    keepState(true);
    byId('map').focus();
  });
  byId('stance-save').addEventListener('click', saveStance);
  const more = byId('stance-switch');
  more.addEventListener('click', () => {
    const shown = byId('stance-more').toggleAttribute('hidden');
    more.setAttribute('aria-expanded', String(!shown));
    more.textContent = shown ? 'Show the reasons' : 'Hide the reasons';
  });
  byId('stance').addEventListener('click', chooseClicked);
  when('standing', showStance);
}

function showStance() {
  const banner = byId('stance');
  const made = changes();
  banner.hidden = !made;
  const [summary, more] = [byId('stance-told'), byId('stance-more')];
  summary.replaceChildren();
  more.replaceChildren();
  if (!made) return;
  const own = new Set(DATA.claims.filter(opinionOn).map((claim) => claim.id));
  const changed = inOrder(made.changed.keys()).filter((id) => !own.has(id));
  const weakened = inOrder(made.weakened.keys()).filter((id) => !own.has(id));
  const { reject, accept } = STATE.stance;
  const opinions = [
    ...(reject.size ? [say('rejects', { claims: namesOf(reject) })] : []),
    ...(accept.size ? [say('accepts', { claims: namesOf(accept) })] : []),
  ];
  const stance = say('stance', { opinions: listed(opinions) });
  if (changed.length) summary.append(...stance, ': ');
  else summary.append(...say('stance.unchanged', { stance }), ' ');
  summary.append(...outcomes(changed, weakened));
  if (!changed.length) summary.append(...whyNothing(weakened.length > 0));
  more.append(...changed.map(changedLine), ...weakened.map(weakenedLine));
  byId('stance-switch').hidden = !more.firstChild;
}

/**
 * The counts, with the names where there are few.
 * @param {string[]} changed @param {string[]} weakened
 * @returns {Telling}
 */
function outcomes(changed, weakened) {
  const parts = [];
  const verbs = {
    falls: ['falls', 'fall'],
    stands: ['stands', 'stand'],
    contested: ['becomes contested', 'become contested'],
    open: ['becomes open', 'become open'],
  };
  for (const [word, [single, many]] of Object.entries(verbs)) {
    const ids = changed.filter((id) => CLAIMS.get(id)?.word === word);
    if (!ids.length) continue;
    const names =
      ids.length <= 3
        ? [...namesOf(ids), ` ${ids.length > 1 ? many : single}`]
        : [element('b', '', `${ids.length} claims`), ` ${many}`];
    parts.push(names);
  }
  if (weakened.length) {
    const loss =
      weakened.length === 1
        ? ` is weakened (${lossOf(weakened[0])})`
        : ' are weakened: each loses a reason of its own';
    parts.push(
      weakened.length <= 2
        ? [...namesOf(weakened), loss]
        : [element('b', '', `${weakened.length} claims`), loss],
    );
  }
  return parts.length ? [...parts.flatMap((part, at) => (at ? ['; ', ...part] : part)), '.'] : [];
}

/** @param {string} id */
export function lossOf(id) {
  const { lost, left } = sure(/** @type {Changes} */ (changes()).weakened, id);
  const granted = !left && CLAIMS.get(id)?.granted ? ', but it is granted' : '';
  const reasons = counted(lost + left, 'reason');
  return `${sayText('loss', { lost, reasons, left })}${granted}`;
}

/** The verb that a status is, of one claim. @param {Word} word */
function verbOf(word) {
  return DATA.verbs[word][0];
}

/** @param {string} id */
function changedLine(id) {
  const claim = /** @type {Claim} */ (CLAIMS.get(id));
  const { before, changed } = /** @type {Changes} */ (changes());
  const [was, is] = [verbOf(statusOf(before, id).word), verbOf(claim.word)];
  const now = say(was === is ? 'status.same' : 'status.changed', {
    before: was,
    after: is,
    reason: claim.reason,
  });
  const words = element('span', `word ${claim.word}`, statusSign(claim), ...now);
  return element(
    'div',
    'change',
    element('p', '', ...nameOf(id), ' ', words),
    ...chainTold(changed.get(id) || []),
  );
}

/** @param {string} id */
function weakenedLine(id) {
  const claim = /** @type {Claim} */ (CLAIMS.get(id));
  const still = say('status.still', { status: verbOf(claim.word), loss: lossOf(id) });
  const words = element('span', `word ${claim.word}`, statusSign(claim), ...still);
  return element('div', 'change', element('p', '', ...nameOf(id), ' ', words));
}

/**
 * Why nothing else changes, for each claim of the stance.
 * @param {boolean} loses whether some claims lose reasons
 * @returns {Telling}
 */
function whyNothing(loses) {
  const reasons = [];
  const { before } = /** @type {Changes} */ (changes());
  for (const side of /** @type {('reject'|'accept')[]} */ (['reject', 'accept'])) {
    for (const id of inOrder(STATE.stance[side])) {
      const label = before.claims.get(id);
      const used = sure(model().members, sure(model().first, id)).some((member) =>
        RELATIONS_FROM.has(member),
      );
      let why = 'untouched';
      if (side === 'accept') why = label === 'in' ? 'stands' : why;
      else if (label === 'out') why = 'falls';
      else if (!used) why = 'unused';
      else if (loses) why = 'other';
      reasons.push(' ', ...say(`nothing.${why}`, { claim: nameOf(id) }));
    }
  }
  return reasons;
}

/** The stance in the form that `argmap readers` and `argmap whatif --stance` read. */
function stanceFile() {
  const name = /** @type {HTMLInputElement} */ (byId('stance-name')).value.trim() || 'My stance';
  const lines = ['argmap: 1', 'stances:', '  my-stance:', `    name: ${quoted(name)}`];
  for (const side of /** @type {('reject'|'accept')[]} */ (['reject', 'accept'])) {
    const ids = [...STATE.stance[side]].map(quoted).join(', ');
    if (ids) lines.push(`    ${side}: [${ids}]`);
  }
  return `${lines.join('\n')}\n`;
}

/** A text in quotes as YAML and JSON both read it. @param {string} text */
function quoted(text) {
  const safe = (/** @type {string} */ sign) =>
    `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`;
  return JSON.stringify(text).replace(/[\u007f-\u009f\u2028\u2029\ufeff\ufffe\uffff]/g, safe);
}

function saveStance() {
  download('my-stance.yaml', new Blob([stanceFile()], { type: 'application/yaml' }));
}
