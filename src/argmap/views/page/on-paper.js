/** A card as it is printed: number and name in large letters, then source and status in words. */

/** The smallest letters of a picture on paper, in its own units. */
const PAPER_SMALL = 18.5;

/** @param {Claim} claim @param {Object<string, string>} ink */
function cardOnPaper(claim, ink) {
  const made = drawn('g', {}, ...bodyDrawn(claim, ink));
  const [size, leading] = LOOK.big;
  const left = claim.x + LOOK.left - 4;
  const tone = toneOf(claim);
  claim.big.forEach((line, at) => made.append(words(left, claim.y + 10 + size * 0.86 + at * leading, line, ink.ink, size, 600)));
  const pen = /** @type {CanvasRenderingContext2D} */ (document.createElement('canvas').getContext('2d'));
  pen.font = font(PAPER_SMALL, true);
  const said = wordOf(claim);
  const width = pen.measureText(said).width;
  const [right, base] = [claim.x + claim.w - 12, claim.y + claim.h - 12];
  const word = words(right, base, said, ink[tone], PAPER_SMALL, 600, 'end');
  if (tone === 'falls') word.setAttribute('text-decoration', 'line-through');
  made.append(signDrawn(claim, ink, right - width - 14, base - 6, 1.2), word);
  const source = claim.source === null ? undefined : SOURCES.get(claim.source);
  if (source) {
    pen.font = font(PAPER_SMALL);
    made.append(words(left, base, fitting(pen, source.short, claim.w - width - LOOK.left - 46), ink.mute, PAPER_SMALL, 400));
  }
  if (FOLDED.has(claim.id)) made.append(...foldDrawn(claim, ink, PAPER_SMALL));
  return made;
}
