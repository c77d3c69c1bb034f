/**
 * Sheets of paper: an overview laid out to the sheet, a page for each main conclusion, and every
 * claim.
 */

import { pictureOf } from '../draw/picture.js';
import { showView, topsOf } from '../draw/view.js';
import { arrange } from '../layout/arrange.js';
import { openMenu } from '../panel/menu.js';
import { CHILDREN, CLAIMS, childrenOf, DATA, grouped, openWayTo } from '../state/data.js';
import { LOOK } from '../state/look.js';
import { findHiding, foldBelow, SHOWN, showPicture } from '../state/shown.js';
import { hasStance, isDisputed, MOST_CLASHES, opinionOn, statusWords } from '../state/standing.js';
import { STATE } from '../state/store.js';
import { byId, drawing, element, prose } from '../words/elements.js';

/** @typedef {'a3'|'a4'} Paper */
/** @typedef {Size} Room in points, for one picture */

/** The sheet within its margins, in millimetres. @type {Object<Paper, [number, number]>} */
const SHEETS = { a4: [277, 188], a3: [396, 271] };

/** What the head and foot of a sheet take, in millimetres. */
const COVER_HEAD = 50;

const PAGE_HEAD = 27;
const POINTS = 72 / 25.4;

/** The scale at which the smallest letters of a picture on paper are printed at 9 points. */
const LEAST_SCALE = 9 / LOOK.afar.size;

const MOST_SCALE = LEAST_SCALE * 1.45;
const MOST_ON_SHEET = 120;
const MORE_TRIED = 6;

/** @type {Paper} */
let paper = 'a4';

export function startPrint() {
  addEventListener('beforeprint', layOutPages);
  addEventListener('afterprint', () => byId('print').replaceChildren());
  for (const size of /** @type {Paper[]} */ (['a4', 'a3'])) {
    byId(`print-${size}`).addEventListener('click', () => {
      openMenu(null);
      paper = size;
      print();
    });
  }
}

/** @param {number} head what else stands on the sheet, in millimetres @returns {Room} */
function roomFor(head) {
  const [width, height] = SHEETS[paper];
  return { width: width * POINTS, height: (height - head) * POINTS };
}

function layOutPages() {
  if (STATE.brief) return; // the brief alone is printed
  const pages = byId('print');
  pages.dataset.paper = paper;
  pages.replaceChildren(coverPage());
  const isPart = STATE.view.focus || STATE.marked || STATE.part;
  const main = DATA.main.length ? DATA.main : DATA.roots.slice(0, 3);
  const argued = main.filter((id) => childrenOf(id).length);
  if (!isPart && SHOWN.visible && SHOWN.visible.size < DATA.claims.length)
    pages.append(...argued.map(pageOf));
  pages.append(claimList());
  showView();
}

/** The view as it is if it fits on a sheet, else as much of it from the top down as does. */
function coverPage() {
  const room = roomFor(COVER_HEAD);
  const isPart = STATE.view.focus || STATE.marked || STATE.part;
  const tops =
    isPart && SHOWN.visible ? topsOf(SHOWN.visible) : [...new Set([...DATA.main, ...DATA.roots])];
  if (!isPart || !fits(room)) layOutMost(tops, room, isPart ? SHOWN.visible : null);
  const head = [prose('h1', '', DATA.title || 'Argument map')];
  if (DATA.question) head.push(prose('p', '', DATA.question));
  if (hasStance()) head.push(element('p', '', byId('stance-told').textContent));
  if (SHOWN.visible && SHOWN.visible.size < DATA.claims.length)
    head.push(
      element(
        'p',
        'left-out',
        `${SHOWN.visible.size} of ${DATA.claims.length} claims are drawn; +n says how many more are below.` +
          ' All of them are listed at the end.',
      ),
    );
  const words = Object.entries(DATA.words).map(([word, meaning]) => {
    const sign = drawing(`sign ${word}`, DATA.look.signs[word], true);
    return element('p', 'meaning', sign, ' ', element('b', '', word), `: ${meaning}`);
  });
  const more = element(
    'p',
    'meaning',
    'Hollow sign: granted; full: argued for. Thin with a diamond: the mapper\u2019s own step. Faded: does not count.',
  );
  const lines = element(
    'p',
    'meaning',
    'Solid with a triangle and +: supports. Dashed with a bar and \u2212: attacks. Dotted with a bar: blocks a step.',
  );
  return element(
    'section',
    'sheet',
    ...head,
    pictureFor(room),
    element('div', 'meanings', ...words, lines, more),
  );
}

/**
 * Whether the picture laid out now can be printed with letters that are large enough.
 * @param {Room} room
 */
function fits({ width, height }) {
  return SHOWN.picture.width * LEAST_SCALE <= width && SHOWN.picture.height * LEAST_SCALE <= height;
}

/** The picture laid out now, as large as the room allows. @param {Room} room */
function pictureFor({ width, height }) {
  const scale = Math.min(MOST_SCALE, width / SHOWN.picture.width, height / SHOWN.picture.height);
  const made = pictureOf(LOOK.light, true);
  made.setAttribute('width', `${(SHOWN.picture.width * scale).toFixed(1)}pt`);
  made.setAttribute('height', `${(SHOWN.picture.height * scale).toFixed(1)}pt`);
  return made;
}

/**
 * Lay out as many claims from the top down as fit into a room: premises of one step come together.
 * @param {string[]} tops @param {Room} room @param {?Set<string>} among null for all claims
 */
function layOutMost(tops, room, among) {
  const groups = groupsBelow(tops, among);
  const show = (/** @type {number} */ count) => {
    const visible = new Set(groups.slice(0, count).flat());
    foldBelow(visible);
    findHiding();
    showPicture(
      visible,
      arrange(
        visible,
        tops.filter((id) => visible.has(id)),
        room.width / room.height,
      ),
    );
    return fits(room);
  };
  let [most, over] = [1, groups.length + 1];
  while (over - most > 1) {
    const middle = (most + over) >> 1;
    if (show(middle)) most = middle;
    else over = middle;
  }
  // What fits need not fit with less: the layout folds anew each time.
  for (let more = most + 1; more <= Math.min(most + MORE_TRIED, groups.length); more += 1)
    if (show(more)) most = more;
  show(most);
}

/**
 * The claims from the top down, those of one step together; each claim once. The claims of a level
 * take turns, so that each has some of its reasons before one has all.
 * @param {string[]} tops @param {?Set<string>} among
 */
function groupsBelow(tops, among) {
  const seen = new Set(tops);
  const groups = tops.map((id) => [id]);
  let level = tops;
  while (level.length && groups.length < MOST_ON_SHEET) {
    const steps = level.map((id) => [
      ...grouped(CHILDREN.get(id) || [], ([, relation]) => [relation]).values(),
    ]);
    level = [];
    for (let turn = 0; steps.some((all) => turn < all.length); turn += 1) {
      for (const all of steps) {
        const fresh = (all[turn] || [])
          .map(([child]) => child)
          .filter(
            (id, at, every) =>
              !seen.has(id) && (!among || among.has(id)) && every.indexOf(id) === at,
          );
        for (const id of fresh) seen.add(id);
        if (fresh.length) groups.push(fresh);
        level.push(...fresh);
      }
    }
  }
  return disputedFirst(groups, tops);
}

/**
 * The same, but that what the reader decided and what is contested come right after the tops, with
 * the way down to them and the objections: no sheet shall leave out what the debate is about.
 * @param {string[][]} groups @param {string[]} tops
 */
function disputedFirst(groups, tops) {
  const known = new Set(groups.flat());
  const first = new Set();
  const decided = DATA.claims.filter((claim) => opinionOn(claim));
  const disputed = DATA.claims.filter(
    (claim) =>
      (claim.word === 'contested' || claim.reason === 'refuted') && !decided.includes(claim),
  );
  for (const { id } of [...decided, ...disputed].slice(0, MOST_CLASHES)) {
    const way = new Set([id]);
    openWayTo(id, way);
    if (![...way].some((id) => tops.includes(id))) continue;
    const objections = DATA.arrows
      .filter((arrow) => isDisputed(arrow) && arrow.target === id)
      .flatMap(({ premises }) => premises);
    for (const other of [...[...way].reverse(), ...objections])
      if (known.has(other) && !tops.includes(other)) first.add(other);
  }
  const rest = groups
    .slice(tops.length)
    .map((all) => all.filter((id) => !first.has(id)))
    .filter((all) => all.length);
  return [...groups.slice(0, tops.length), ...[...first].map((id) => [id]), ...rest];
}

/** @param {string} id */
function pageOf(id) {
  const claim = /** @type {Claim} */ (CLAIMS.get(id));
  const room = roomFor(PAGE_HEAD);
  layOutMost([id], room, null);
  return element(
    'section',
    'sheet',
    prose('h2', '', `${claim.number} ${claim.name}`),
    prose('p', '', claim.text),
    pictureFor(room),
  );
}

/** Every claim by its number, with its words, its status and its source. */
function claimList() {
  const rows = DATA.claims.map((claim) => {
    const from = claim.quotes.map(({ quote, place }) =>
      [quote ? `“${quote}”` : '', place].filter(Boolean).join(', '),
    );
    return element(
      'li',
      '',
      element('b', '', claim.number),
      ' ',
      prose('span', '', claim.text),
      ` (${statusWords(claim)})`,
      prose('p', '', [claim.cited, ...from].filter(Boolean).join('; ')),
    );
  });
  return element('section', 'list', element('h2', '', 'The claims'), element('ul', '', ...rows));
}
