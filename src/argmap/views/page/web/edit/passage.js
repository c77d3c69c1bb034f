/** Words of the document that are chosen, by the mouse or sentence by sentence, and what they are. */

import { byId, tell } from '../words/dom.js';
import { askForClaim } from './claim-form.js';
import { button } from './fields.js';
import { edgeOfWord, placeIn, pointAt, whole } from './places.js';
import { sayDone } from './saying.js';
import { asked } from './server.js';
import { askForStep } from './step-passage.js';
import { BENCH, chosenClaim, nameOf } from './store.js';
import { hideToolbar, leaveToolbar, showToolbar } from './toolbar.js';

/** The passage that is chosen now. @type {?QuotedWords} */
let passage = null;

/** A sentence in which the keys stand: its paragraph, and its place there. */
const AT = { paragraph: -1, sentence: 0, first: null };

const SENTENCES = new Intl.Segmenter(undefined, { granularity: 'sentence' });

export function startPassages() {
  document.addEventListener('selectionchange', () => {
    if (getSelection()?.isCollapsed) leaveToolbar();
  });
  byId('doc-text').addEventListener('pointerup', () => setTimeout(takeSelection));
  byId('doc-text').addEventListener('keydown', takeKey);
  byId('passage').addEventListener('keydown', (event) => {
    event.stopPropagation();
    if (event.key !== 'Escape') return;
    hideToolbar();
    byId('doc-text').focus();
  });
}

/** @param {KeyboardEvent} event */
function takeKey(event) {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  const by = { ArrowDown: 1, ArrowUp: -1, ArrowRight: 1, ArrowLeft: -1 }[event.key];
  if (by) {
    event.preventDefault();
    event.stopPropagation();
    const isWord = event.key === 'ArrowRight' || event.key === 'ArrowLeft';
    if (isWord && !getSelection()?.isCollapsed) moveEdge(by, event.shiftKey);
    else step(by, event.shiftKey);
  } else if (event.key === 'Enter' && !getSelection()?.isCollapsed) {
    event.preventDefault();
    event.stopPropagation();
    takeSelection();
    /** @type {?HTMLElement} */ (byId('passage').querySelector('button'))?.focus();
  }
}

/** The paragraphs as elements. @returns {HTMLElement[]} */
function paragraphs() {
  return [
    .../** @type {NodeListOf<HTMLElement>} */ (byId('doc-text').querySelectorAll('p[data-place]')),
  ];
}

/** The sentences of a paragraph, each with its start and end. @param {HTMLElement} paragraph */
function sentencesOf(paragraph) {
  return [...SENTENCES.segment(paragraph.textContent || '')].map(({ index, segment }) => ({
    start: index,
    end: index + segment.trimEnd().length,
  }));
}

/** Go to another sentence, or add it. @param {number} by @param {boolean} isMore */
function step(by, isMore) {
  const all = paragraphs();
  if (!all.length) return;
  if (AT.paragraph < 0)
    Object.assign(AT, { paragraph: firstInView(all), sentence: by > 0 ? -1 : 0 });
  let [paragraph, sentence] = [AT.paragraph, AT.sentence + by];
  if (sentence < 0 && paragraph > 0) {
    paragraph -= 1;
    sentence = sentencesOf(all[paragraph]).length - 1;
  } else if (sentence >= sentencesOf(all[paragraph]).length && paragraph < all.length - 1) {
    paragraph += 1;
    sentence = 0;
  }
  const own = sentencesOf(all[paragraph]);
  sentence = Math.max(0, Math.min(sentence, own.length - 1));
  Object.assign(AT, { paragraph, sentence });
  const selection = getSelection();
  if (!selection || !own.length) return;
  const start = pointAt(all[paragraph], own[sentence].start, false);
  const end = pointAt(all[paragraph], own[sentence].end, true);
  if (isMore && selection.anchorNode) selection.extend(...(by > 0 ? end : start));
  else selection.setBaseAndExtent(...start, ...end);
  all[paragraph].scrollIntoView({ block: 'nearest' });
  tell(selection.toString());
}

/** Move the start of the passage by a word, or its end. @param {number} by @param {boolean} isEnd */
function moveEdge(by, isEnd) {
  const selection = getSelection();
  const range = selection?.rangeCount ? selection.getRangeAt(0) : null;
  const node = isEnd ? range?.endContainer : range?.startContainer;
  const paragraph = paragraphs().find((each) => each.contains(node || null));
  if (!range || !paragraph) return;
  const place = edgeOfWord(
    paragraph.textContent || '',
    placeIn(paragraph, range, isEnd),
    by,
    isEnd,
  );
  if (place === undefined) return;
  const moved = range.cloneRange();
  if (isEnd) moved.setEnd(...pointAt(paragraph, place, isEnd));
  else moved.setStart(...pointAt(paragraph, place, isEnd));
  if (moved.collapsed) return;
  selection?.setBaseAndExtent(
    moved.startContainer,
    moved.startOffset,
    moved.endContainer,
    moved.endOffset,
  );
  tell(moved.toString());
}

/** The first paragraph that is in view. @param {HTMLElement[]} all */
function firstInView(all) {
  const { top } = byId('doc-text').getBoundingClientRect();
  return Math.max(
    0,
    all.findIndex((each) => each.getBoundingClientRect().bottom > top + 4),
  );
}

/** Take what is selected in the document as a passage, and offer what it can be. */
function takeSelection() {
  const selection = getSelection();
  const range = selection && !selection.isCollapsed && selection.getRangeAt(0);
  if (!range || !byId('doc-text').contains(range.commonAncestorContainer)) return;
  const parts = paragraphs().flatMap((paragraph) => {
    if (!range.intersectsNode(paragraph)) return [];
    const text = paragraph.textContent || '';
    const [start, end] = whole(
      text,
      placeIn(paragraph, range, false),
      placeIn(paragraph, range, true),
    );
    return start < end ? [{ paragraph, words: text.slice(start, end).replace(/\s+/g, ' ') }] : [];
  });
  if (!parts.length || BENCH.source === null) return;
  const shown = BENCH.document?.paragraphs?.[Number(parts[0].paragraph.dataset.place)];
  passage = {
    source: BENCH.source,
    words: parts.map(({ words }) => words).join(' '),
    paragraph: shown?.number ?? null,
    page: shown?.page ?? null,
  };
  showBar(range);
}

/** @param {Range} range */
function showBar(range) {
  const chosen = chosenClaim();
  const name = chosen === null ? '' : nameOf(chosen).split(' ')[0];
  showToolbar(range.getBoundingClientRect(), [
    button('New claim', () => claimFrom(''), 'small main'),
    ...(chosen === null
      ? []
      : [
          button(`Reason for ${name}`, () => claimFrom('supports'), 'small'),
          button(`Objection to ${name}`, () => claimFrom('attacks'), 'small'),
          button(`Evidence for ${name}`, () => evidenceFor(chosen), 'small'),
        ]),
    button('This draws a step', () => drawsStep(), 'small'),
  ]);
}

/** @param {string} kind */
function claimFrom(kind) {
  const taken = passage;
  hideToolbar();
  if (taken) askForClaim({ kind, target: kind ? chosenClaim() || '' : '', passage: taken });
}

/** @param {string} id */
async function evidenceFor(id) {
  if (!passage) return;
  hideToolbar();
  const { words: quote, paragraph, page, source } = passage;
  const wish = { do: 'quote', kind: 'claim', id, quote, paragraph, page, source };
  const answer = await asked('/edit', wish);
  if (answer.refusal !== undefined) sayDone(answer.refusal, true);
}

function drawsStep() {
  const taken = passage;
  hideToolbar();
  if (taken) askForStep(taken);
}
