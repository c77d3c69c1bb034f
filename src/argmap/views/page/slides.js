/** Presentation: the map's own steps, else from each conclusion down; a clicker is enough. */

/** @typedef {{show: string[], say: string, reject: string[], accept: string[]}} Slide */

const MOST_CARDS = 7;

/** @type {Slide[]} */
let SLIDES = [];

/** @type {number} the slide that is shown, from 0; -1 when there is no presentation */
let SLIDE = -1;

const CLICKS = {
  ArrowRight: 1, ArrowDown: 1, PageDown: 1, ' ': 1, n: 1,
  ArrowLeft: -1, ArrowUp: -1, PageUp: -1, Backspace: -1, p: -1,
  Home: -Infinity, End: Infinity,
};

function startSlides() {
  const slides = /** @type {HTMLDialogElement} */ (byId('slides'));
  byId('present').addEventListener('click', () => {
    openMenu(null);
    present(0);
  });
  byId('slide-next').addEventListener('click', () => goToSlide(SLIDE + 1));
  byId('slide-back').addEventListener('click', () => goToSlide(SLIDE - 1));
  byId('slide-status').addEventListener('click', toggleStatuses);
  byId('slide-end').addEventListener('click', () => slides.close());
  slides.addEventListener('close', () => {
    SLIDE = -1;
    keepState(false);
  });
  document.addEventListener('keydown', (event) => { // wherever the focus is: a clicker has no mouse
    if (SLIDE < 0) return;
    event.stopPropagation();
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const onButton = /** @type {Element} */ (event.target).closest('button') && event.key === ' ';
    if (event.key in CLICKS && !onButton) {
      event.preventDefault();
      goToSlide(SLIDE + CLICKS[event.key]);
    } else if (['s', '.', 'b'].includes(event.key)) {
      event.preventDefault();
      toggleStatuses();
    }
  }, true);
  addEventListener('resize', () => {
    if (SLIDE >= 0) showSlide();
  });
}

/** The slides of the map: its steps, or what stands below each claim, from the conclusions down. */
function slidesOf() {
  const steps = DATA.steps.length ? DATA.steps : stepsDown();
  return steps.flatMap((step) => {
    const parts = [];
    for (let at = 0; at < Math.max(1, step.show.length); at += MOST_CARDS) {
      parts.push({ ...step, show: step.show.slice(at, at + MOST_CARDS), say: at ? '' : step.say });
    }
    return parts;
  });
}

/** @returns {Slide[]} */
function stepsDown() {
  const none = { say: '', reject: [], accept: [] };
  const main = DATA.main.length ? DATA.main : DATA.roots;
  const found = main.length > 1 ? [{ ...none, show: main.slice(0, MOST_CARDS), say: DATA.question || '' }] : [];
  for (const { id } of DATA.claims) {
    const below = [...new Set(childrenOf(id))].filter((child) => child !== id);
    for (let at = 0; at < below.length; at += MOST_CARDS - 1) {
      found.push({ ...none, show: [id, ...below.slice(at, at + MOST_CARDS - 1)] });
    }
  }
  const seenIn = new Set(found.flatMap(({ show }) => show));
  const left = DATA.claims.map(({ id }) => id).filter((id) => !seenIn.has(id));
  return left.length ? [...found, { ...none, show: left }] : found; // cut to size by slidesOf
}

/** @param {number} at */
function present(at) {
  SLIDES = slidesOf();
  const slides = /** @type {HTMLDialogElement} */ (byId('slides'));
  slides.classList.add('bare');
  if (!slides.open) slides.showModal();
  goToSlide(at);
  byId('slide-next').focus();
}

/** @param {number} at */
function goToSlide(at) {
  const next = Math.min(SLIDES.length - 1, Math.max(0, at));
  if (next === SLIDE) return;
  SLIDE = next;
  byId('slides').classList.add('bare');
  showSlide();
  keepState(false);
}

function toggleStatuses() {
  byId('slides').classList.toggle('bare');
  showSlide();
}

function showSlide() {
  const slide = SLIDES[SLIDE];
  const bare = byId('slides').classList.contains('bare');
  byId('slide-count').textContent = `${SLIDE + 1} of ${SLIDES.length}`;
  byId('slide-status').setAttribute('aria-pressed', String(!bare));
  byId('slide-back').setAttribute('aria-disabled', String(SLIDE === 0));
  byId('slide-next').setAttribute('aria-disabled', String(SLIDE === SLIDES.length - 1));
  const own = slide.reject.length + slide.accept.length > 0;
  const now = own ? labellingOf(model(), slide, STATE.objections) : labelling();
  const said = byId('slide-say');
  said.replaceChildren(prose('span', '', slide.say));
  said.hidden = !slide.say;
  if (own && !bare) said.append(' ', element('b', '', `Here ${[['reject', 'rejected'], ['accept', 'accepted']].filter(([side]) => slide[side].length).map(([side, word]) => `${word}: ${inOrder(slide[side]).map((id) => CLAIMS.get(id)?.name).join(', ')}`).join('; ')}.`));
  const rows = byId('slide-rows');
  const levels = levelsOf(slide.show).map((level) => slideRow(level, now, bare));
  rows.replaceChildren(...levels);
  for (const size of ['wide', 'middling', 'narrow']) {
    rows.className = size;
    if (rows.scrollHeight <= rows.clientHeight + 1) break;
  }
  rows.append(slideLines(slide.show, rows, bare ? null : now));
}

/** The shown claims in rows: each below what it speaks for or against. @param {string[]} ids */
function levelsOf(ids) {
  const shown = new Set(ids);
  const level = new Map();
  const of = (/** @type {string} */ id, /** @type {Set<string>} */ passed) => {
    if (level.has(id) || passed.has(id)) return level.get(id) || 0;
    const ups = (RELATIONS_FROM.get(id) || []).map(claimHitBy).filter((hit) => hit !== id && shown.has(hit));
    const found = Math.max(-1, ...ups.map((up) => of(up, new Set([...passed, id])))) + 1;
    level.set(id, found);
    return found;
  };
  const rows = [];
  for (const id of ids) (rows[of(id, new Set())] ||= []).push(id);
  return rows.filter(Boolean);
}
