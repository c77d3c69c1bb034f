/** What came of the answers: opinions as bars, where the room parts, and what would settle it. */

import { byId, element, prose } from '../words/dom.js';

/** The opinions with their verbs, for one person and for several. @type {[RoomOpinion, string, string][]} */
const OPINIONS = [
  ['agree', 'agrees', 'agree'],
  ['unsure', 'cannot say', 'cannot say'],
  ['disagree', 'does not agree', 'do not agree'],
];

/**
 * @param {RoomResults} now @param {(id: string) => void} ask @param {(id: string) => void} show
 */
export function showResults(now, ask, show) {
  const { claims, conclusions, parts, shares, words, people } = now;
  const current = claims.filter((each) => each.current);
  const others = claims.filter((each) => !each.current);
  byId('room-results').replaceChildren(
    ...[
      current.length === 1 ? bars('The answers', current) : null,
      people ? dividing(now, ask, show) : element('p', 'role', words),
      shares.length && people > 1 ? agreed(conclusions, shares) : null,
      parts.length ? standing(conclusions) : null,
      current.length > 1 ? bars('The answers', current) : null,
      others.length ? bars('Earlier questions', others) : null,
    ].filter((each) => each !== null),
  );
}

/** @param {string} title @param {RoomResults['claims']} claims */
function bars(title, claims) {
  const rows = claims.map((claim) => {
    const numbers = OPINIONS.map(
      ([opinion, single, several]) =>
        `${claim[opinion]} ${claim[opinion] === 1 ? single : several}`,
    ).join(', ');
    const bar = element(
      'div',
      'bar',
      ...OPINIONS.map(([opinion]) => stretch(opinion, claim[opinion])),
    );
    bar.setAttribute('aria-hidden', 'true');
    return element(
      'li',
      '',
      prose('b', '', `${claim.number} ${claim.text}`),
      bar,
      element('span', 'numbers', numbers),
    );
  });
  return element('section', '', element('h2', '', title), element('ul', 'bars', ...rows));
}

/** A part of a bar as long as it is large. @param {string} kind @param {number} size */
function stretch(kind, size) {
  const made = element('span', kind, size ? String(size) : '');
  made.style.flexGrow = String(size);
  made.style.flexBasis = '0';
  return made;
}

/**
 * Where the room parts, with the questions that would settle it.
 * @param {RoomResults} now @param {(id: string) => void} ask @param {(id: string) => void} show
 */
function dividing({ parts, words }, ask, show) {
  if (!parts.length) return element('section', 'agreed', prose('p', '', words));
  /** @param {string} label @param {string} name @param {() => void} done */
  const act = (label, name, done) => {
    const made = element('button', 'button small', label);
    made.setAttribute('type', 'button');
    made.setAttribute('aria-label', `${label}: ${name}`);
    made.addEventListener('click', done);
    return made;
  };
  const blocks = parts.map(({ sentences, claims }) =>
    element(
      'div',
      'divides',
      ...sentences.map((sentence) => prose('p', '', sentence)),
      ...claims.map(({ id, number, name }) =>
        element(
          'div',
          'acts',
          element('span', 'numbers', `${number} ${name}`),
          act('Ask again', `${number} ${name}`, () => ask(id)),
          act('Show on the map', `${number} ${name}`, () => show(id)),
        ),
      ),
    ),
  );
  return element('section', 'parted', element('h2', '', 'What divides the room'), ...blocks);
}

/** @param {RoomResults['conclusions']} conclusions @param {string[]} shares */
function agreed(conclusions, shares) {
  const rows = conclusions
    .filter(({ id }) => shares.includes(id))
    .map(({ number, text, words }) => {
      const [word] = Object.entries(words).filter(([, [people]]) => people)[0];
      return prose('li', '', `${number} ${text} (${word} for all)`);
    });
  return element(
    'section',
    'agreed',
    element('h2', '', 'What the room shares'),
    element('ul', '', ...rows),
  );
}

/**
 * The status of each conclusion over which people part, for how many.
 * @param {RoomResults['conclusions']} conclusions
 */
function standing(conclusions) {
  const rows = conclusions
    .filter(({ words }) => Object.values(words).filter(([people]) => people).length > 1)
    .map(({ number, text, words }) => {
      const present = Object.entries(words).filter(([, [people]]) => people);
      const bar = element(
        'div',
        'bar',
        ...present.map(([word, [people]]) => stretch(word, people)),
      );
      bar.setAttribute('aria-hidden', 'true');
      const numbers = present.map(([word, [people]]) => `${word} for ${people}`).join(', ');
      return element(
        'li',
        '',
        prose('b', '', `${number} ${text}`),
        bar,
        element('span', 'numbers', numbers),
      );
    });
  return element(
    'section',
    '',
    element('h2', '', 'What follows for the conclusions'),
    element('ul', 'standing', ...rows),
  );
}
