/** What a search finds: over everything a claim says, whatever the accents and capitals. */

import { CLAIMS, DATA, SOURCES } from './data.js';

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

/** The words of a query; what stands in quotation marks is one. @param {string} query */
function wordsOf(query) {
  const all = plain(query).matchAll(/["“”]([^"“”]+)["“”]?|[^\s"“”]+/g);
  return [...all].map(([word, phrase]) => (phrase ?? word).trim()).filter(Boolean);
}

/**
 * The claims that hold every word of the query, first those that hold them as whole words. What
 * only the source is called counts where no claim has the words of its own. A number leads to its
 * claim first, then to those below it.
 * @param {string} query
 * @returns {string[]}
 */
export function hitsOf(query) {
  haystacks ??= new Map(DATA.claims.map((claim) => [claim.id, haystackOf(claim)]));
  const words = wordsOf(query);
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

/** How many letters of a text are shown before the word that was looked for. */
const BEFORE = 34;

/** How many letters a snippet has at most. */
const SNIPPET = 110;

/**
 * The place in a claim's texts where it holds a word of the query, as three pieces: before it, it, and
 * after it. Nothing where its name or its number says it.
 * @param {Claim} claim @param {string} query
 * @returns {?[string, string, string]}
 */
export function snippetOf(claim, query) {
  const words = wordsOf(query);
  const isSeen = (/** @type {string} */ word) =>
    plain(`${claim.number} ${claim.name}`).includes(word);
  const word = words.find((word) => !isSeen(word));
  if (word === undefined) return null;
  const quotes = claim.quotes.map(({ quote }) => quote);
  const source = SOURCES.get(claim.source || '');
  for (const text of [claim.text, ...quotes, claim.speaker, source?.title, source?.tag]) {
    const pieces = text && piecesOf(text, word);
    if (pieces) return pieces;
  }
  return null;
}

/** @param {string} text @param {string} word @returns {?[string, string, string]} */
function piecesOf(text, word) {
  const letters = [...text];
  /** @type {number[]} for each letter of the plain text: its place in the text */
  const places = [];
  let all = '';
  letters.forEach((letter, at) => {
    const made = plain(letter);
    for (let more = 0; more < made.length; more += 1) places.push(at);
    all += made;
  });
  const place = all.indexOf(word);
  if (place < 0) return null;
  const [from, to] = [places[place], places[place + word.length - 1] + 1];
  const start = from <= BEFORE ? 0 : letters.indexOf(' ', from - BEFORE) + 1;
  const before = (start ? '… ' : '') + letters.slice(Math.min(start, from), from).join('');
  const end =
    letters.length - to <= SNIPPET ? letters.length : letters.lastIndexOf(' ', to + SNIPPET);
  const after = letters.slice(to, Math.max(end, to)).join('') + (end < letters.length ? ' …' : '');
  return [before, letters.slice(from, to).join(''), after];
}
