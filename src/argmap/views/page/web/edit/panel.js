/** What the workbench adds to the panel of the chosen claim: what can be done, and what is wrong. */

import { byId, element, part } from '../words/dom.js';
import { askToChange, askToDelete } from './claim-edit.js';
import { askForClaim, claimEntries } from './claim-form.js';
import { openForm } from './dialog.js';
import { button } from './fields.js';
import { picker } from './picker.js';
import { closed, sayDone } from './saying.js';
import { asked } from './server.js';
import { askToChangeStep, askToDeleteStep } from './step-edit.js';
import { BENCH, chosenClaim, claimOf, editable, nameOf, quotedName, stepName } from './store.js';

/** What is found wrong, in words for a person. */
const SEVERITIES = { error: 'Wrong', warning: 'Could be better', note: 'Note' };

export function startPanelEdits() {
  document.addEventListener('argmap:panel', addEdits);
}

/** Add them to the panel that was just written. */
export function addEdits() {
  const panel = byId('panel');
  const id = chosenClaim();
  if (!panel || panel.hidden || id === null || panel.querySelector('.edits')) return;
  const acts = element(
    'div',
    'acts edits',
    act('Reason', 'reason', () => askForClaim({ kind: 'supports', target: id })),
    act('Objection', 'objection', () => askForClaim({ kind: 'attacks', target: id })),
    act('Change', 'change', () => askToChange(id)),
    act('Delete', 'delete', () => askToDelete(id)),
  );
  panel.querySelector('.text')?.after(acts, furtherActs(id), ...problemsOf(id));
  panel.append(...stepsOf(id));
}

/** @param {string} words @param {string} name @param {() => void} press */
function act(words, name, press) {
  const made = button(words, press);
  made.dataset.act = name;
  return made;
}

/** What is wrong with a claim, beside it. @param {string} id */
function problemsOf(id) {
  return editable()
    .problems.filter((problem) => problem.claims.includes(id) && problem.severity !== 'note')
    .map((problem) => problemRow(problem));
}

/** A problem with its cure. @param {Problem} problem */
export function problemRow({ severity, message, hint, place }) {
  const cure = hint ? element('span', 'cure', `To cure it: ${closed(hint)}`) : null;
  const where = element('span', 'quiet', place);
  return element(
    'p',
    `problem ${severity}`,
    element('b', '', `${SEVERITIES[severity]}: `),
    closed(message),
    ' ',
    cure,
    ' ',
    where,
  );
}

/** Whether more of what can be done was unfolded: it stays so on the next page. */
let isMoreOpen = false;

/** What else can be done with a claim, folded away. @param {string} id */
function furtherActs(id) {
  const isMain = editable().main.includes(id);
  const isFirst = editable().first.includes(id); // by itself: nothing rests on it
  const same = claimOf(id)?.same.length;
  const more = /** @type {HTMLDetailsElement} */ (element('details', 'edits-more'));
  more.open = isMoreOpen;
  more.addEventListener('toggle', () => {
    isMoreOpen = more.open;
  });
  more.append(
    element('summary', '', 'More'),
    element(
      'div',
      'acts',
      isFirst && !isMain
        ? null
        : act(isMain ? 'No main conclusion' : 'Main conclusion', 'main', () =>
            doNow({ do: 'main', id }),
          ),
      act('Contradicts …', 'contradict', () => askForOther(id, 'contradict', 'contradicts')),
      act('Says the same as …', 'restate', () => askForOther(id, 'restate', 'says the same as')),
      same
        ? act('Says something of its own', 'unrestate', () => doNow({ do: 'unrestate', id }))
        : null,
    ),
  );
  return more;
}

/** @param {string} id @param {string} name @param {string} verb */
function askForOther(id, name, verb) {
  const other = picker('Claim', claimEntries);
  openForm(`${quotedName(id)} ${verb}`, [other.row], 'Save', () =>
    other.value === null ? 'Pick a claim from the list.' : { do: name, id, other: other.value },
  );
}

/** Have something done at once, and say why if it is not. @param {object} wish */
async function doNow(wish) {
  const answer = await asked('/edit', wish);
  if (answer.refusal !== undefined) sayDone(answer.refusal, true);
}

/** The steps from and to a claim, each to be changed, blocked or deleted. @param {string} id */
function stepsOf(id) {
  const own = (BENCH.now?.map.data.relations || []).filter(
    (each) => each.target === id || each.premises.includes(id),
  );
  if (!own.length) return [];
  const list = element('ul', 'steps-edited', ...own.map(stepRow));
  return [part('Its steps and objections', list)];
}

/** @param {Relation} relation */
function stepRow({ id: step, kind, premises }) {
  const { contradiction } = editable().relations[step];
  const words = stepName(step);
  const acts = contradiction
    ? []
    : [
        act('Block it', `block ${step}`, () => askForClaim({ kind: 'undercuts', target: step })),
        act('Change', `change ${step}`, () => askToChangeStep(step)),
        kind === 'undercuts'
          ? null
          : act(
              kind === 'supports' ? 'Make it an objection' : 'Make it a reason',
              `turn ${step}`,
              () => doNow({ do: 'turn', relation: step }),
            ),
        ...(premises.length > 1
          ? premises.map((premise) =>
              act(`Without ${nameOf(premise).split(' ')[0]}`, `split ${step} ${premise}`, () =>
                doNow({ do: 'split', relation: step, premise }),
              ),
            )
          : []),
      ];
  const away = act('Delete', `delete ${step}`, () => askToDeleteStep(step));
  return element('li', '', element('span', '', words), element('div', 'acts', ...acts, away));
}
