/** The document beside the map: what claims quote is marked, and a claim leads to its words. */

import { byId, element, prose } from '../words/dom.js';
import { keepSelection } from './places.js';
import { fetched } from './server.js';
import {
  BENCH,
  chosenClaim,
  claimOf,
  editable,
  hear,
  know,
  nameOf,
  say,
  stepName,
} from './store.js';

/** The least width of a window in which the document opens beside the map, in pixels. */
const WIDE = 1000;

export function startDocument() {
  byId('doc-switch').addEventListener('click', () => showDocument(!isOpen()));
  byId('doc-close').addEventListener('click', () => {
    showDocument(false);
    byId('doc-switch').focus();
  });
  byId('doc-next').addEventListener('click', goToBare);
  source().addEventListener('change', () => {
    know({ source: source().value });
    loadDocument();
  });
  byId('doc-text').addEventListener('click', (event) => {
    const mark = /** @type {Element} */ (event.target).closest('mark');
    if (mark && !mark.matches('.draft') && getSelection()?.isCollapsed)
      chooseOf(/** @type {HTMLElement} */ (mark));
  });
  document.addEventListener('argmap:panel', showChosen);
  hear('map', listSources);
  showDocument(innerWidth >= WIDE);
}

/** @returns {HTMLSelectElement} */
function source() {
  return /** @type {HTMLSelectElement} */ (byId('doc-source'));
}

function isOpen() {
  return document.body.classList.contains('with-document');
}

/** @param {boolean} shown */
export function showDocument(shown) {
  document.body.classList.toggle('with-document', shown);
  byId('doc').hidden = !shown;
  byId('doc-switch').setAttribute('aria-expanded', String(shown));
  if (shown) showChosen();
}

/** Offer the sources that have a document, and load the one that is open. */
function listSources() {
  const all = editable().sources.filter((each) => each.document !== null);
  const kept = all.some(({ id }) => id === BENCH.source) ? BENCH.source : (all[0]?.id ?? null);
  source().replaceChildren(
    ...all.map(({ id, title }) => Object.assign(element('option', '', title), { value: id })),
  );
  source().hidden = all.length === 0;
  source().value = kept || '';
  know({ source: kept });
  loadDocument();
}

async function loadDocument() {
  if (BENCH.source === null) {
    know({ document: null });
    byId('doc-text').replaceChildren(
      element(
        'p',
        'quiet',
        'No source of this map names a document. `document: FILE` in a source does.',
      ),
    );
    byId('doc-cover').hidden = true;
    return;
  }
  const wanted = BENCH.source;
  const shown = await fetched(`/document/${encodeURIComponent(wanted)}`).catch(() => null);
  if (!shown || wanted !== BENCH.source) return;
  know({ document: shown });
  showText();
  showCovered();
  showChosen();
  say('document');
}

function showText() {
  const shown = /** @type {ServedDocument} */ (BENCH.document);
  const top = byId('doc-text').scrollTop;
  if (shown.reason) {
    byId('doc-text').replaceChildren(
      element(
        'p',
        'problem warning',
        `This document cannot be shown: ${shown.reason}; `,
        element('span', 'cure', `${shown.cure}.`),
      ),
    );
    return;
  }
  const putBack = keepSelection(byId('doc-text'));
  byId('doc-text').replaceChildren(...(shown.paragraphs || []).map(paragraphShown));
  byId('doc-text').scrollTop = top;
  putBack();
}

/** @param {ServedParagraph} paragraph @param {number} place */
function paragraphShown({ number, page, bare, pieces }, place) {
  const before = place ? BENCH.document?.paragraphs?.[place - 1].page : null;
  const label = number ?? (page !== null && page !== before ? `p. ${page}` : '');
  const text = prose('p', bare && number !== null ? 'bare' : '', '');
  text.dataset.place = String(place);
  for (const [words, names] of pieces)
    text.append(...(names.length ? [marked(words, names)] : inLines(words)));
  return element('div', 'paragraph', element('span', 'place', String(label)), text);
}

/** Words with some room where a paragraph begins in print. @param {string} words */
function inLines(words) {
  return words
    .split(/(?<=\n)/)
    .flatMap((line) => (line.endsWith('\n') ? [line, element('span', 'gap')] : [line]));
}

/** Words that are quoted, in the colour of the claim's status. @param {string} words @param {string[]} names */
function marked(words, names) {
  const claims = names.filter((name) => name.startsWith('c:')).map((name) => name.slice(2));
  const claim = claims.map(claimOf).find(Boolean);
  const isDraft = !claim && names.some((name) => name.startsWith('d:'));
  const mark = element('mark', claim ? claim.word : isDraft ? 'draft' : 'step', ...inLines(words));
  mark.dataset.names = names.join(' ');
  mark.title = names.map(titleOf).join('; ');
  return mark;
}

/** @param {string} name */
function titleOf(name) {
  const id = name.slice(2);
  if (name.startsWith('d:')) return `Draft: ${editable().drafts[id]?.text || id}`;
  return name.startsWith('c:') ? nameOf(id) : stepName(id);
}

/** @param {HTMLElement} mark */
function chooseOf(mark) {
  const names = (mark.dataset.names || '').split(' ');
  const own = names.filter((name) => name.startsWith('c:')).map((name) => name.slice(2));
  const now = own.indexOf(chosenClaim() || '');
  const next = own[(now + 1) % own.length];
  const relation = BENCH.now?.map.data.relations.find(({ id }) => `r:${id}` === names[0]);
  const chosen = next ?? relation?.premises[0];
  if (chosen) window.argmap.select(chosen);
}

/** Bring the words of the chosen claim into view. */
function showChosen() {
  const id = chosenClaim();
  const text = byId('doc-text');
  for (const mark of text.querySelectorAll('mark.chosen')) mark.classList.remove('chosen');
  if (id === null || !isOpen()) return;
  const own = [...text.querySelectorAll('mark')].filter((mark) =>
    (mark.dataset.names || '').split(' ').includes(`c:${id}`),
  );
  for (const mark of own) mark.classList.add('chosen');
  if (!own.length) return;
  const [box, room] = [own[0].getBoundingClientRect(), text.getBoundingClientRect()];
  if (box.top < room.top || box.bottom > room.bottom)
    text.scrollTop += box.top - room.top - room.height / 3;
}

function showCovered() {
  const covered = editable().covered[BENCH.source || ''];
  byId('doc-cover').hidden = !covered;
  byId('doc-next').hidden = !covered?.bare;
  if (!covered) return;
  const part = covered.letters ? Math.round((100 * covered.quoted) / covered.letters) : 0;
  /** @type {HTMLMeterElement} */ (byId('doc-meter')).value = part;
  const unit = covered.parts === 1 ? covered.unit : `${covered.unit}s`;
  byId('doc-covered').textContent =
    `${part} % quoted; ${covered.bare} of ${covered.parts} ${unit} without a claim`;
}

/** Go to the next paragraph without a claim. */
function goToBare() {
  const text = byId('doc-text');
  const bare = [...text.querySelectorAll('p.bare')];
  const { top } = text.getBoundingClientRect();
  const next = bare.find((each) => each.getBoundingClientRect().top > top + 40) || bare[0];
  next?.scrollIntoView({ block: 'start' });
  if (next) text.scrollTop -= 20;
}
