/** The banner: what the reader's stance changes, in words; and the stance as a file to keep. */

import { chooseClicked, reveal } from '../draw/view.js';
import { showAll } from '../draw/visits.js';
import { byCodePoints, sure } from '../engine/model.js';
import { statusOf } from '../engine/status.js';
import { keepState } from '../state/address.js';
import { CLAIMS, DATA, inOrder, RELATIONS_FROM } from '../state/data.js';
import { isShown } from '../state/shown.js';
import { stanceText } from '../state/stance-file.js';
import { changes, model, setStance } from '../state/standing.js';
import { STATE, when } from '../state/store.js';
import { byId, element, tell } from '../words/dom.js';
import { download, statusSign } from '../words/elements.js';
import { counted, say } from '../words/sentences.js';
import { explanation, nameOf, namesOf, opinionsOn } from '../words/telling.js';

/** How many claims are named in one place of the banner. */
const MOST_NAMED = 3;

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
  showAll(changed);
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
  if (!made && !banner.hidden) tell('Your stance is taken back: the map is read as it is written.');
  banner.hidden = !made;
  const [summary, more] = [byId('stance-told'), byId('stance-more')];
  summary.replaceChildren();
  more.replaceChildren();
  if (!made) return;
  const affected = inOrder(made.affected);
  const wordBefore = (/** @type {string} */ id) => statusOf(made.before, id).word;
  const changed = affected.filter((id) => wordBefore(id) !== CLAIMS.get(id)?.word);
  const others = affected.filter((id) => !changed.includes(id));
  const { reject, accept } = STATE.stance;
  const decided = [...reject, ...accept];
  const stance = say('stance', { opinions: opinionsOn(decided, MOST_NAMED) });
  if (changed.length) summary.append(...stance, ': ');
  else
    summary.append(...say(others.length ? 'stance.unchanged' : 'stance.nothing', { stance }), ' ');
  summary.append(...(affected.length ? outcomes(changed, others) : whyNothing(made)));
  const same = [...new Set(decided.flatMap((id) => CLAIMS.get(id)?.same || []))].filter(
    (id) => !decided.includes(id),
  );
  if (same.length) {
    const values = { claims: namesOf(same, MOST_NAMED), count: same.length };
    summary.append(' ', ...say('stance.same', values));
  }
  more.append(...wholeStance(), ...affected.map(changeLine));
  byId('stance-switch').hidden = !more.firstChild;
}

/** All decisions by name, where the line above leaves some out. */
function wholeStance() {
  const { reject, accept } = STATE.stance;
  if (Math.max(reject.size, accept.size) <= MOST_NAMED + 1) return [];
  const all = opinionsOn([...reject, ...accept]);
  return [element('p', 'whole-stance', 'You ', ...all, '.')];
}

/**
 * The claims that change their status, the first of them by name.
 * @param {string[]} changed the claims with another word of status
 * @param {string[]} others those with another reason of it, or other reasons and objections
 * @returns {Telling}
 */
function outcomes(changed, others) {
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
    parts.push([...namesOf(ids, MOST_NAMED), ` ${ids.length > 1 ? many : single}`]);
  }
  if (others.length) {
    const claims =
      others.length <= 2 ? namesOf(others) : [element('b', '', counted(others.length, 'claim'))];
    parts.push(say('stance.others', { claims, count: others.length }));
  }
  return parts.length ? [...parts.flatMap((part, at) => (at ? ['; ', ...part] : part)), '.'] : [];
}

/** @param {string} id */
function changeLine(id) {
  const claim = /** @type {Claim} */ (CLAIMS.get(id));
  const { before } = /** @type {Changes} */ (changes());
  const was = statusOf(before, id);
  let form = was.word === claim.word ? 'status.same' : 'status.changed';
  if (was.word === claim.word && was.reason === claim.reason) form = 'status.kept';
  const verb = DATA.verbs[was.word][0];
  const now = say(form, {
    before: verb,
    status: verb,
    after: DATA.would[claim.word],
    reason: claim.reason,
  });
  const words = element('span', `word ${claim.word}`, statusSign(claim), ...now);
  return element('div', 'change', element('p', '', ...nameOf(id), ' ', words), ...explanation(id));
}

/**
 * Why nothing else changes, for each claim of the stance.
 * @param {Changes} made
 * @returns {Telling}
 */
function whyNothing({ before }) {
  const reasons = [];
  const { reject, accept } = STATE.stance;
  for (const id of [...reject, ...accept].sort(byCodePoints)) {
    const isUsed = sure(model().members, sure(model().first, id)).some((member) =>
      RELATIONS_FROM.has(member),
    );
    let why = isUsed ? 'untouched' : 'unused';
    if (before.claims.get(id) === (reject.has(id) ? 'out' : 'in'))
      why = reject.has(id) ? 'falls' : 'stands';
    reasons.push(' ', ...say(`nothing.${why}`, { claim: nameOf(id) }));
  }
  return reasons;
}

function saveStance() {
  const name = /** @type {HTMLInputElement} */ (byId('stance-name')).value.trim() || 'My stance';
  const text = stanceText(name, STATE.stance);
  download('my-stance.yaml', new Blob([text], { type: 'application/yaml' }));
}
