/** The claims that bear most by the shape of the map, told when the reader asks for them. */

import { CLAIMS } from '../state/data.js';
import { prepared } from '../state/prepared.js';
import { element, prose } from '../words/dom.js';
import { claimButton } from '../words/elements.js';

/** @param {boolean} isOpen whether they are shown at once */
export function bearMost(isOpen) {
  const body = element('div');
  const made = element(
    'details',
    'bear-most',
    element('summary', '', 'Claims that bear most'),
    body,
  );
  const fill = () => body.firstChild || body.append(...parts());
  made.addEventListener('toggle', fill);
  if (isOpen) fill();
  made.toggleAttribute('open', isOpen);
  return made;
}

function parts() {
  const { bearing } = prepared();
  if (bearing === undefined) return [element('p', 'quiet', 'Still being worked out.')];
  if (bearing === null)
    return [element('p', 'quiet', 'The map is too large for this. Ask ', structure())];
  const kinds = Object.values(bearing);
  if (!kinds.length) return [element('p', 'quiet', 'No claim bears more than others.')];
  return [
    element('p', 'quiet', 'By the shape of the map alone, whatever stands. More: ', structure()),
    ...kinds.flatMap(({ claims, meaning, total }) => [
      element('p', 'hint', `${meaning}:`),
      ...claims.map(([id, more]) => row(id, more)),
      total > claims.length
        ? element('p', 'quiet', `and ${(total - claims.length).toLocaleString('en')} more`)
        : '',
    ]),
  ];
}

function structure() {
  return element('code', '', 'argmap structure');
}

/**
 * A claim with the conclusions that it carries, or its share of the ways.
 * @param {string} id @param {null|number|string[]} more
 */
function row(id, more) {
  const button = claimButton(/** @type {Claim} */ (CLAIMS.get(id)));
  button.classList.add('clash');
  const rest = /** @type {Element} */ (button.lastElementChild);
  if (typeof more === 'number')
    rest.append(' ', element('span', 'against', `${(more * 100).toFixed(1)} %`));
  else if (more) {
    const names = more.map((other) => {
      const claim = /** @type {Claim} */ (CLAIMS.get(other));
      return `${claim.number} ${claim.name}`;
    });
    rest.append(' ', prose('span', 'against', `for ${names.join(', ')}`));
  }
  return button;
}
