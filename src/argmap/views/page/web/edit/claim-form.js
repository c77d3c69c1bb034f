/** The form for a new claim: its words, what it does, and the words of the document that say it. */

import { element, prose } from '../words/dom.js';
import { openForm } from './dialog.js';
import { area, button, choice, line, MODES, row } from './fields.js';
import { fitting, picker } from './picker.js';
import { BENCH, chosenClaim, claimOf, editable, quotedName, stepName } from './store.js';

/** What a new claim can do. */
const ROLES = /** @type {[string, string][]} */ ([
  ['', 'It stands by itself'],
  ['supports', 'It is a reason for'],
  ['attacks', 'It is an objection to'],
  ['undercuts', 'It blocks the step'],
]);

/** From how many letters on claims in like words are offered. */
const ENOUGH = 4;

/** All claims, to be looked up. @returns {Entry[]} */
export function claimEntries() {
  return (BENCH.now?.map.data.claims || []).map(({ id, number, text }) => ({
    id,
    number,
    words: text,
  }));
}

/** All steps and objections, to be looked up; those of the chosen claim first. @returns {Entry[]} */
export function stepEntries() {
  const chosen = chosenClaim() || '';
  const isOwn = (/** @type {Relation} */ { premises, target }) =>
    Number(target === chosen || premises.includes(chosen));
  const known = editable().relations;
  return [...(BENCH.now?.map.data.relations || [])]
    .filter(({ id }) => known[id] && !known[id].contradiction)
    .sort((a, b) => isOwn(b) - isOwn(a))
    .map(({ id }) => ({ id, number: '', words: stepName(id) }));
}

/** @param {string} id @returns {Entry} */
function entryOf(id) {
  const claim = claimOf(id);
  if (claim) return { id, number: claim.number, words: claim.text };
  return { id, number: '', words: stepName(id) };
}

/**
 * Ask for a new claim.
 * @param {{kind?: string, target?: string, passage?: ?QuotedWords}} about
 */
export function askForClaim({ kind = '', target = '', passage = null } = {}) {
  const text = area(passage ? opened(passage.words) : '', 3);
  const label = row('Short name for pictures (optional)', line(''));
  const role = roleRows(kind, target);
  const origin = originRows(passage);
  /** @type {?string} */
  let existing = null;
  const offers = element('div', 'offers');
  const use = (/** @type {string} */ id) => {
    existing = id;
    text.value = claimOf(id)?.text || '';
    text.disabled = true;
    for (const each of [offers, origin.more, label]) each.hidden = true;
  };
  text.addEventListener('input', () => offer(offers, text.value, use));
  const rows = [
    row('What it says, in a full sentence', text),
    offers,
    label,
    ...role.rows,
    ...(passage ? [quotation(passage)] : []),
    origin.more,
  ];
  openForm(titleFor(kind, target), rows, 'Add', () => {
    const does = role.value();
    if (!text.value.trim()) return 'Write what the claim says.';
    if (does.kind && !does.target)
      return 'Pick the claim or the step that it bears on, from the list.';
    if (existing !== null) return linked(existing, does);
    return {
      do: 'add',
      text: text.value,
      label: label.querySelector('input')?.value.trim() || null,
      ...does,
      ...origin.value(),
      ...(passage && { quote: passage.words, paragraph: passage.paragraph, page: passage.page }),
    };
  });
}

/**
 * The rows for what the claim does.
 * @param {string} kind @param {string} target
 */
function roleRows(kind, target) {
  const role = choice(kind, ROLES);
  const claim = picker('Claim', claimEntries);
  const step = picker('Step or objection', stepEntries);
  const others = picker('Only together with (optional)', claimEntries);
  if (target) (kind === 'undercuts' ? step : claim).put(entryOf(target));
  const show = () => {
    claim.row.hidden = role.value === '' || role.value === 'undercuts';
    step.row.hidden = role.value !== 'undercuts';
    others.row.hidden = role.value === '';
  };
  role.addEventListener('change', show);
  show();
  return {
    rows: [row('What it does', role), claim.row, step.row, others.row],
    value: () => ({
      kind: role.value || null,
      target: role.value === 'undercuts' ? step.value : claim.value,
      beside: role.value && others.value ? [others.value] : [],
    }),
  };
}

/**
 * The wish that joins a claim that is there already.
 * @param {string} id @param {{kind: ?string, target: ?string, beside: string[]}} does
 */
function linked(id, { kind, target, beside }) {
  if (!kind) return 'This claim is in the map already; pick what it is a reason for.';
  return { do: 'relate', premises: [id, ...beside], kind, target };
}

/** @param {string} kind @param {string} target */
function titleFor(kind, target) {
  const name = target && !editable().relations[target] ? quotedName(target) : '';
  if (kind === 'supports') return `A reason for ${name}`;
  if (kind === 'attacks') return `An objection to ${name}`;
  if (kind === 'undercuts') return 'What blocks a step';
  return 'A new claim';
}

/** The rows for who says it, folded away. @param {?QuotedWords} passage */
function originRows(passage) {
  const sources = /** @type {[string, string][]} */ (
    editable().sources.map(({ id, title }) => [id, title])
  );
  const source = choice(passage?.source ?? 'null', [
    ...sources,
    ['null', 'No source: it is my own'],
  ]);
  const mode = choice('asserted', MODES);
  const speaker = line('', editable().speakers);
  const more = element('details', 'more');
  more.append(
    element('summary', '', 'Who says so'),
    row('Source', source),
    row('How the source has it', mode),
    row('Who holds it, if not the source itself', speaker),
  );
  const value = () => ({
    source: source.value,
    mode: mode.value,
    speaker: speaker.value.trim() || null,
  });
  return { more, value };
}

/** @param {QuotedWords} passage */
export function quotation({ words, paragraph, page }) {
  const place = paragraph ? `paragraph ${paragraph}` : page ? `page ${page}` : '';
  const quoted = prose('blockquote', '', `“${words}”`);
  if (place) quoted.append(element('footer', '', place));
  return quoted;
}

/**
 * Offer claims in like words: perhaps it is in the map already.
 * @param {HTMLElement} place @param {string} words @param {(id: string) => void} use
 */
function offer(place, words, use) {
  const known = words.trim().length < ENOUGH ? [] : fitting(claimEntries(), words).slice(0, 3);
  place.replaceChildren(
    ...(known.length ? [element('p', 'quiet', 'In the map already? Use it:')] : []),
    ...known.map((entry) => button(`${entry.number} ${entry.words}`, () => use(entry.id), 'offer')),
  );
}

/** The words of a passage as the beginning of a claim. @param {string} words */
function opened(words) {
  return words.charAt(0).toUpperCase() + words.slice(1);
}
