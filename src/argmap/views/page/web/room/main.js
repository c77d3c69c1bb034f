/** The room on a phone: the code, the questions, the answers, and what follows from them. */

import { byId, tell } from '../words/dom.js';
import { showFollows } from './follows.js';
import { showJoin } from './join.js';
import { showQuestions } from './questions.js';
import { hear, ROOM } from './room.js';
import { listen, own } from './server.js';

/** What is on the screen, so that news does not disturb somebody who is reading. */
let shown = '';

function start() {
  const code = new URLSearchParams(location.search).get('code') ?? '';
  if (location.search) history.replaceState(null, '', '/');
  byId('view-ask').addEventListener('click', () => view('ask'));
  byId('view-follows').addEventListener('click', () => view('follows'));
  enter(code);
}

/** Go in if this phone is known, else ask for the code. @param {string} code */
async function enter(code) {
  const answer = await own();
  if (answer.outside) showJoin(code, inside);
  else if (answer.mine) inside(answer.mine);
  else setTimeout(() => enter(code), 2000);
  showLost(answer.refusal ?? '');
}

/** @param {RoomOwn} mine */
function inside(mine) {
  ROOM.mine = mine;
  byId('views').hidden = false;
  listen(
    (news) => {
      showLost('');
      const isNew = ROOM.news !== null && ROOM.news.session !== news.session;
      ROOM.news = news;
      if (isNew) refreshOwn();
      else show();
    },
    (words) => showLost(words),
    () => enter(''),
  );
  hear(show);
}

async function refreshOwn() {
  const answer = await own();
  if (answer.mine) ROOM.mine = answer.mine;
  show();
}

/** @param {'ask'|'follows'} wanted */
function view(wanted) {
  ROOM.view = wanted;
  for (const name of ['ask', 'follows']) {
    if (name === wanted) byId(`view-${name}`).setAttribute('aria-current', 'page');
    else byId(`view-${name}`).removeAttribute('aria-current');
  }
  shown = '';
  show();
  byId('main').focus();
}

/** Show what there is; the same again is left alone. */
function show() {
  const now = JSON.stringify([ROOM.view, ROOM.news, ROOM.mine]);
  if (now === shown || !ROOM.news) return;
  const before = shown ? JSON.parse(shown)[1].current.join() : undefined;
  shown = now;
  showProgress();
  if (ROOM.view === 'follows') showFollows();
  else showQuestions();
  if (before === undefined || before === ROOM.news.current.join()) return;
  scrollTo(0, 0);
  tell(ROOM.news.current.length ? 'A new question is here.' : 'There is no question now.');
}

function showProgress() {
  const claims = ROOM.news?.claims ?? [];
  const answered = claims.filter(({ mark }) => ROOM.mine.opinions[mark]).length;
  byId('progress').hidden = claims.length < 2;
  byId('progress').textContent = `${answered} of ${claims.length} answered`;
}

/** @param {string} words */
function showLost(words) {
  byId('lost').hidden = !words;
  if (byId('lost').textContent !== words) byId('lost').textContent = words;
}

start();
