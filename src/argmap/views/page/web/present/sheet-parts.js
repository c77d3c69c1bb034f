/** What stands on sheets of paper beside the pictures: the key of signs, the claims, the sources. */

import { drawn } from '../draw/svg-surface.js';
import { DATA } from '../state/data.js';
import { LOOK } from '../state/look.js';
import { statusWords } from '../state/standing.js';
import { bearingInWords } from '../words/bearing.js';
import { byId, element, prose } from '../words/dom.js';
import { drawing } from '../words/elements.js';
import { REMARKS } from './framed.js';

const LINES = { supports: 'supports', attacks: 'attacks', undercuts: 'blocks a step' };

/** The signs of the picture, each with its meaning. */
export function keyOfSigns() {
  const lines = Object.entries(LINES).map(([kind, words]) => {
    const sample = byId('legend').querySelector(`.sample.${kind}`);
    return element('span', 'meaning', sample?.cloneNode(true) ?? '', ` ${words}`);
  });
  const sources = DATA.sources.map(({ band, tag }) => {
    const sign = drawn('svg', { class: 'swatch', viewBox: '0 0 11 19' });
    sign.append(drawn('rect', { width: 11, height: 19, fill: LOOK.light[`band${band}`] }));
    return element('span', 'meaning', sign, ' ', prose('span', '', tag));
  });
  const more = REMARKS.map((words) => element('span', 'meaning', words));
  const words = Object.entries(DATA.words).map(([word, meaning]) => {
    const sign = drawing(`sign ${word}`, DATA.look.signs[word], true);
    return element('p', 'meaning', sign, ' ', element('b', '', word), `: ${meaning}`);
  });
  return [
    element('div', 'key', ...lines, ...more, ...sources),
    element('div', 'meanings', ...words),
  ];
}

/** Every claim by its number, with its words, its status, what bears on it, and its source. */
export function claimList() {
  const unsourced = DATA.sources.length ? 'no source is given' : '';
  const rows = DATA.claims.map((claim) => {
    const from = claim.quotes.map(({ quote, place }) =>
      [quote ? `“${quote}”` : '', place].filter(Boolean).join(', '),
    );
    const cited = [claim.cited, ...from].filter(Boolean).join('; ') || unsourced;
    return element(
      'li',
      '',
      element('b', '', claim.number),
      ' ',
      prose('span', '', claim.text),
      ` (${statusWords(claim)})`,
      element('p', 'bearing', bearingInWords(claim).join(' ')),
      cited ? prose('p', '', cited) : null,
    );
  });
  return element(
    'section',
    'list',
    element('h2', '', 'The claims'),
    element('ul', '', ...rows),
    ...sourceList(),
  );
}

/** The sources by their citations, with what is to be known of them. */
function sourceList() {
  const rows = DATA.sources.map(({ caveats, doi, facts, tag, title }) =>
    element(
      'li',
      '',
      element('b', '', tag),
      ': ',
      prose('span', '', title),
      facts ? prose('p', '', facts) : null,
      doi ? element('p', '', doi) : null,
      ...caveats.map((caveat) => prose('p', '', caveat)),
    ),
  );
  return rows.length ? [element('h2', '', 'The sources'), element('ul', '', ...rows)] : [];
}
