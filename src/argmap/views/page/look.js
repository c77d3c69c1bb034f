/** Light and dark. The canvas takes its colours from the same table as the style sheet. */

const LOOK = DATA.look;

/** @type {Object<string, string>} the colours in force */
let INK = LOOK.light;

function readTheme() {
  const chosen = document.documentElement.dataset.theme;
  const asked = matchMedia('(prefers-color-scheme: dark)').matches;
  STATE.dark = chosen ? chosen === 'dark' : asked;
  INK = STATE.dark ? LOOK.dark : LOOK.light;
  announce('theme');
}

function startTheme() {
  readTheme();
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', readTheme);
  byId('theme').addEventListener('click', () => {
    document.documentElement.dataset.theme = STATE.dark ? 'light' : 'dark';
    readTheme();
  });
}

/**
 * @param {number} size
 * @param {boolean} [bold]
 */
function font(size, bold) {
  return `${bold ? 600 : 400} ${size}px ${LOOK.font}`;
}

/** @param {Object<string, string>} paths */
function shapes(paths) {
  return Object.fromEntries(Object.entries(paths).map(([name, path]) => [name, new Path2D(path)]));
}

const SIGN_SHAPES = shapes(LOOK.signs);
const MARK_SHAPES = shapes(LOOK.marks);

/**
 * How strongly a claim is drawn: what does not belong to the choice or the search stands back.
 * @param {string} id
 * @returns {number}
 */
function presence(id) {
  if (STATE.marked) return STATE.marked.claims.has(id) ? 1 : 0.16;
  if (STATE.near.has(id)) return 1;
  if (STATE.hits && !STATE.hits.has(id)) return 0.2;
  if (STATE.passing && !STATE.passing.has(id)) return 0.16;
  if (STATE.hits || STATE.passing) return 1;
  if (STATE.chain) return STATE.chain.has(id) ? 1 : 0.3;
  return 1;
}
