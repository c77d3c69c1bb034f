/** The questions: the claim that is on the wall, or several, and what was answered before. */

import { byId, element, prose, tell } from '../words/dom.js';
import { know, ROOM } from './room.js';
import { say } from './server.js';

/** @type {[RoomOpinion, string, string][]} */
const CHOICES = [
  ['agree', 'I agree', 'agree'],
  ['disagree', 'I do not', 'do not agree'],
  ['unsure', 'I cannot say', 'cannot say'],
];

export function showQuestions() {
  const { claims, current, shown } = /** @type {RoomNews} */ (ROOM.news);
  const now = claims.filter(({ id }) => current.includes(id));
  const before = claims.filter(({ id }) => !current.includes(id));
  const inHand = document.activeElement?.id;
  byId('main').replaceChildren(
    ...[
      now.length ? null : waiting(before.length > 0),
      shown && now.length ? shownOnWall() : null,
      ...now.map((claim) => question(claim, now.length === 1)),
      before.length ? earlier(before) : null,
    ].filter((each) => each !== null),
  );
  if (inHand) document.getElementById(inHand)?.focus({ preventScroll: true });
}

/** @param {boolean} isLater */
function waiting(isLater) {
  const first = 'You are in. The first question comes when the leader asks it.';
  const next = 'The next question comes when the leader asks it.';
  return element('p', 'card waiting', isLater ? next : first);
}

function shownOnWall() {
  return element('p', 'note', 'The answers are on the wall. You can still change yours.');
}

/** A claim with the three answers. @param {RoomClaim} claim @param {boolean} isAlone */
function question(claim, isAlone) {
  const opinion = ROOM.mine.opinions[claim.mark];
  const text = prose('legend', isAlone ? 'claim large' : 'claim', claim.text);
  const wrong = element('p', 'wrong');
  wrong.setAttribute('role', 'alert');
  const made = element(
    'fieldset',
    opinion ? 'card question answered' : 'card question',
    text,
    claim.role ? prose('p', 'role', claim.role) : null,
    element(
      'div',
      isAlone ? 'choices' : 'choices abreast',
      ...CHOICES.map((choice) => choiceOf(claim, choice, wrong)),
    ),
    element('p', 'kept', opinion ? 'Kept. You can change your mind.' : ''),
    wrong,
  );
  return made;
}

/** @param {RoomClaim} claim @param {[RoomOpinion, string, string]} choice @param {HTMLElement} wrong */
function choiceOf(claim, [opinion, words, kept], wrong) {
  const made = /** @type {HTMLButtonElement} */ (element('button', `choice ${opinion}`, words));
  made.type = 'button';
  made.id = `${opinion}-${claim.mark}`;
  made.setAttribute('aria-pressed', String(ROOM.mine.opinions[claim.mark] === opinion));
  made.addEventListener('click', async () => {
    made.classList.add('sending');
    const answer = await say(claim, opinion);
    made.classList.remove('sending');
    if (answer.mine) {
      know(answer.mine);
      tell(`Kept: you ${kept}.`);
    } else wrong.textContent = answer.refusal ?? 'Load the page again and type the code.';
  });
  return made;
}

/** The earlier questions, folded. @param {RoomClaim[]} claims */
function earlier(claims) {
  const open = /** @type {?HTMLDetailsElement} */ (document.querySelector('.earlier'))?.open;
  const made = /** @type {HTMLDetailsElement} */ (
    element(
      'details',
      'earlier',
      element('summary', '', `Earlier questions (${claims.length})`),
      ...claims.map((claim) => question(claim, false)),
    )
  );
  made.open = open ?? false;
  return made;
}
