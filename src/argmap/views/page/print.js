/** On paper: an overview laid out to the sheet, a page for each main conclusion, and every claim. */

/** What fits on a landscape A3 or A4 sheet when names are printed at 9 points or more. */
const SHEET = [2040, 1330];

function startPrint() {
  addEventListener('beforeprint', layOutPages);
  addEventListener('afterprint', () => byId('print').replaceChildren());
  byId('print-switch').addEventListener('click', () => {
    openMenu(null);
    print();
  });
}

function layOutPages() {
  if (STATE.brief) return; // the brief alone is printed
  const pages = byId('print');
  const kept = STATE.view;
  pages.replaceChildren(coverPage());
  const main = DATA.main.length ? DATA.main : DATA.roots.slice(0, 3);
  const whole = VISIBLE === null && DATA.claims.length > 12;
  if (whole || DATA.claims.length > 60) for (const id of main) pages.append(pageOf(id));
  pages.append(claimList());
  STATE.view = kept;
  showView();
}

/** The view as it is if it fits on a sheet, else the upper levels that do. */
function coverPage() {
  if (!fitsSheet()) layOutLevels(DATA.roots);
  const head = [prose('h1', '', DATA.title || 'Argument map')];
  if (DATA.question) head.push(prose('p', '', DATA.question));
  if (hasStance()) head.push(element('p', '', byId('stance-told').textContent));
  const words = Object.entries(DATA.words).map(([word, meaning]) => element('p', 'meaning', element('b', '', word), `: ${meaning}`));
  return element('section', 'sheet', ...head, pictureOf(LOOK.light), element('div', 'meanings', ...words));
}

function fitsSheet() {
  return PICTURE.width <= SHEET[0] && PICTURE.height <= SHEET[1];
}

/** Lay out as many levels below these claims as fit on a sheet. @param {string[]} tops */
function layOutLevels(tops) {
  for (let depth = DEEPEST; depth >= 0; depth -= 1) {
    const levels = new Map(tops.map((id) => [id, 0]));
    for (const [id, level] of levels) {
      if (level < depth) for (const child of childrenOf(id)) if (!levels.has(child)) levels.set(child, level + 1);
    }
    VISIBLE = new Set(levels.keys());
    FOLDED = foldedBelow(VISIBLE);
    PICTURE = arrange(VISIBLE, tops, SHEET[0] / SHEET[1]);
    if (fitsSheet()) return;
  }
}

/** @param {string} id */
function pageOf(id) {
  const claim = /** @type {Claim} */ (CLAIMS.get(id));
  layOutLevels([id]);
  return element('section', 'sheet', prose('h2', '', `${claim.number} ${claim.name}`), prose('p', '', claim.text), pictureOf(LOOK.light));
}

/** Every claim by its number, with its words, its status and its source. */
function claimList() {
  const rows = DATA.claims.map((claim) => {
    const source = claim.source === null ? undefined : SOURCES.get(claim.source);
    const from = claim.quotes.map(({ quote, place }) => [quote ? `“${quote}”` : '', place].filter(Boolean).join(', '));
    return element(
      'li',
      '',
      element('b', '', claim.number),
      ' ',
      prose('span', '', claim.text),
      ` (${statusWords(claim)})`,
      prose('p', '', [source?.tag, ...from, claim.speaker && `held or said by ${claim.speaker}`].filter(Boolean).join('; ')),
    );
  });
  return element('section', 'list', element('h2', '', 'The claims'), element('ul', '', ...rows));
}
