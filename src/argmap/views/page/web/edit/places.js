/** Places in a paragraph of the document, counted in signs of its text, and the words there. */

const WORDS = new Intl.Segmenter(undefined, { granularity: 'word' });

/**
 * The text node and the place in it, for a place in a paragraph. Where two nodes meet, a passage ends
 * in the first and starts in the second, so that a gap between them is no part of it.
 * @param {Node} paragraph @param {number} place @param {boolean} isEnd @returns {[Node, number]}
 */
export function pointAt(paragraph, place, isEnd) {
  const walk = document.createTreeWalker(paragraph, NodeFilter.SHOW_TEXT);
  let left = place;
  for (let node = walk.nextNode(); node; node = walk.nextNode()) {
    const size = (node.textContent || '').length;
    if (left < size || (isEnd && left === size)) return [node, left];
    left -= size;
  }
  return [paragraph, paragraph.childNodes.length];
}

/**
 * The place in a paragraph at which a range starts or ends.
 * @param {HTMLElement} paragraph @param {Range} range @param {boolean} isEnd
 */
export function placeIn(paragraph, range, isEnd) {
  const before = document.createRange();
  before.selectNodeContents(paragraph);
  const [node, offset] = isEnd
    ? [range.endContainer, range.endOffset]
    : [range.startContainer, range.startOffset];
  if (!paragraph.contains(node)) return isEnd ? (paragraph.textContent || '').length : 0;
  before.setEnd(node, offset);
  return before.toString().length;
}

/**
 * The words that a stretch of a text touches, whole.
 * @param {string} text @param {number} from @param {number} to @returns {[number, number]}
 */
export function whole(text, from, to) {
  const isInside = (/** @type {string} */ sign) => /[\p{L}\p{N}\p{M}]/u.test(sign || '');
  let [start, end] = [from, to];
  while (start < end && !isInside(text[start]) && /\s/.test(text[start])) start += 1;
  while (end > start && /\s/.test(text[end - 1])) end -= 1;
  while (start > 0 && isInside(text[start]) && isInside(text[start - 1])) start -= 1;
  while (end < text.length && isInside(text[end - 1]) && isInside(text[end])) end += 1;
  return [start, end];
}

/**
 * The start, or the end, of the next word in a text from a place on; of the one before with `by` -1.
 * @param {string} text @param {number} from @param {number} by @param {boolean} isEnd
 * @returns {number|undefined}
 */
export function edgeOfWord(text, from, by, isEnd) {
  const edges = [...WORDS.segment(text)]
    .filter(({ isWordLike }) => isWordLike)
    .map(({ index, segment }) => (isEnd ? index + segment.length : index));
  return by > 0 ? edges.find((edge) => edge > from) : edges.findLast((edge) => edge < from);
}

/**
 * Note what is selected in a text of paragraphs, which is then written anew; the answer selects the
 * same words again. @param {HTMLElement} text @returns {() => void}
 */
export function keepSelection(text) {
  const selection = getSelection();
  const range = selection?.rangeCount ? selection.getRangeAt(0) : null;
  const ends = [
    [selection?.anchorNode, selection?.anchorOffset],
    [selection?.focusNode, selection?.focusOffset],
  ].map(([node, offset]) => {
    const at = /** @type {?Node} */ (node || null);
    const paragraph = at && text.contains(at) ? paragraphAt(at) : null;
    if (!at || !paragraph) return null;
    const before = document.createRange();
    before.selectNodeContents(paragraph);
    before.setEnd(at, Number(offset));
    const isEnd = at === range?.endContainer && offset === range.endOffset;
    return { paragraph: paragraph.dataset.place, place: before.toString().length, isEnd };
  });
  return () => {
    const points = ends.map((end) => {
      const paragraph = end && text.querySelector(`[data-place="${end.paragraph}"]`);
      return paragraph ? pointAt(paragraph, end.place, end.isEnd) : null;
    });
    const [anchor, focus] = points;
    if (anchor && focus) selection?.setBaseAndExtent(...anchor, ...focus);
  };
}

/** The paragraph in which a node lies. @param {Node} node @returns {?HTMLElement} */
function paragraphAt(node) {
  const element = node instanceof Element ? node : node.parentElement;
  return element?.closest('[data-place]') ?? null;
}
