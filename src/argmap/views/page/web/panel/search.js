/** Search over everything a claim says, whatever the accents and capitals. */

import { pick } from '../draw/view.js';
import { CLAIMS, DATA, SOURCES } from '../state/data.js';
import { announce, STATE, update, when } from '../state/store.js';
import { byId } from '../words/elements.js';

/** @type {?Map<string, string>} what is searched of each claim, made at the first search */
let haystacks = null;

/** @param {string} text */
function plain(text) {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').replace(/[‘’]/g, "'").toLowerCase();
}

/** @param {Claim} claim */
function haystackOf(claim) {
  const quotes = claim.quotes.map(({ quote }) => quote);
  return plain(
    [claim.id, claim.number, claim.name, claim.text, claim.speaker, ...quotes]
      .filter(Boolean)
      .join('\n'),
  );
}

/** What the claim's source is called. @param {string} id */
function originOf(id) {
  const source = SOURCES.get(CLAIMS.get(id)?.source || '');
  return source ? plain(`${source.tag}\n${source.title}`) : '';
}

/**
 * How well a text holds a word: as a word of its own, at the start of one, or inside.
 * @param {string} text
 * @param {string} word
 */
function rankOf(text, word) {
  let best = 2;
  for (let at = text.indexOf(word); at >= 0 && best; at = text.indexOf(word, at + 1)) {
    const starts = at === 0 || !/[\p{L}\p{N}]/u.test(text[at - 1]);
    const ends = !/[\p{L}\p{N}]/u.test(text[at + word.length] || ' ');
    if (starts) best = Math.min(best, ends ? 0 : 1);
  }
  return best;
}

/**
 * The claims that hold every word of the query, first those that hold them as whole words. What
 * only the source is called counts where no claim has the words of its own. A number leads to its
 * claim first, then to those below it.
 * @param {string} query
 * @returns {string[]}
 */
function hitsOf(query) {
  haystacks ??= new Map(DATA.claims.map((claim) => [claim.id, haystackOf(claim)]));
  const words = plain(query).split(/\s+/).filter(Boolean);
  if (!words.length) return [];
  const holding = (/** @type {[string, string][]} */ all) =>
    all.filter(([, text]) => words.every((word) => text.includes(word)));
  const own = holding([...haystacks]);
  const hits = own.length
    ? own
    : holding([...haystacks].map(([id, text]) => [id, `${text}\n${originOf(id)}`]));
  const number = query.trim();
  const byNumber = (/** @type {string} */ other) =>
    other === number ? -2 : other.startsWith(`${number}.`) ? -1 : null;
  const rank = (/** @type {string} */ id, /** @type {string} */ text) =>
    byNumber(CLAIMS.get(id)?.number || '') ?? Math.max(...words.map((word) => rankOf(text, word)));
  return hits
    .map(([id, text]) => ({ id, rank: rank(id, text) }))
    .sort((a, b) => a.rank - b.rank)
    .map(({ id }) => id);
}

function endSearch() {
  const field = /** @type {HTMLInputElement} */ (byId('search'));
  if (!field.value) return;
  field.value = '';
  field.dispatchEvent(new Event('input'));
}

/** Show the map undimmed again: what was looked for is chosen, or something else is asked. */
function clearHits() {
  if (!STATE.hits) return;
  update({ hits: null });
  announce('search');
}

export function startSearch() {
  when('focus', endSearch);
  when('standing', clearHits);
  when('select', () => {
    if (STATE.hits && document.activeElement !== byId('search')) endSearch();
  });
  const field = /** @type {HTMLInputElement} */ (byId('search'));
  let at = -1;
  /** @type {string[]} */
  let hits = [];
  field.addEventListener('input', () => {
    hits = hitsOf(field.value);
    update({ hits: field.value.trim() ? new Set(hits) : null });
    byId('hits').textContent = STATE.hits ? `${hits.length} found` : '';
    at = -1;
    announce('search');
  });
  field.addEventListener('keydown', (event) => {
    if (event.key === 'Enter' && hits.length) {
      at = (at + (event.shiftKey ? hits.length - 1 : 1)) % hits.length;
      clearHits();
      pick(hits[at]);
      byId('hits').textContent = `${at + 1} of ${hits.length}`;
    } else if (event.key === 'Escape') {
      event.stopPropagation();
      field.value = '';
      field.dispatchEvent(new Event('input'));
      byId('map').focus();
    }
  });
}
