/** The words beside the map, and on slides, that it is read otherwise than it is written. */

import { keepState } from '../state/address.js';
import { DATA } from '../state/data.js';
import { hasStance, relabel } from '../state/standing.js';
import { STATE, update, when } from '../state/store.js';
import { resetCredences } from '../state/weighing.js';
import { byId, element } from '../words/dom.js';
import { counted } from '../words/sentences.js';
import { namesQuoted, opinionsTold } from '../words/telling.js';

const FORCES = {
  contest: 'An unanswered objection leaves its claim contested',
  defeat: 'An unanswered objection makes its claim fall',
};

export function startOtherwise() {
  const chip = byId('view-objections');
  chip.addEventListener('click', () => {
    update({ objections: DATA.objections });
    relabel();
    keepState(true);
  });
  byId('view-credences').addEventListener('click', () => {
    resetCredences();
    keepState(true);
  });
  when('standing', showOtherwise);
  when('weighing', showMoved);
  when('strengths', showMoved);
  showOtherwise();
  showMoved();
}

/** Say that strengths are not those of the credences of the map. */
function showMoved() {
  const { size } = STATE.credences;
  const chip = byId('view-credences');
  chip.hidden = !STATE.weighed || !size;
  chip.replaceChildren(
    `${counted(size, 'credence')} moved`,
    element('span', 'cross', ' ✕'),
    element('span', 'unseen', ': back to the credences of the map'),
  );
}

function showOtherwise() {
  const isOther = STATE.objections !== DATA.objections;
  byId('view-objections').hidden = !isOther;
  byId('view-objections').replaceChildren(
    FORCES[STATE.objections],
    element('span', 'cross', ' ✕'),
    element('span', 'unseen', ': read the map as it is written'),
  );
  const { reject, accept } = STATE.stance;
  byId('slide-otherwise').replaceChildren(
    ...(hasStance()
      ? ['Read as if you ', ...opinionsTold([...reject], [...accept], namesQuoted), '. ']
      : []),
    ...(isOther ? [`${FORCES[STATE.objections]}.`] : []),
  );
}
