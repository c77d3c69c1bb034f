/** The workbench: it shows the map of the server, and has it edited there. */

import { listenTo } from '../talk/server.js';
import { startBar } from './bar.js';
import { startDialog } from './dialog.js';
import { startDocument } from './document.js';
import { startDrafts } from './drafts.js';
import { startDrag } from './drag.js';
import { startBenchKeys } from './keys.js';
import { startMapForms } from './map-form.js';
import { handAnswers, mount } from './mount.js';
import { addEdits, startPanelEdits } from './panel.js';
import { startPassages } from './passage.js';
import { sayDone } from './saying.js';
import { fetched } from './server.js';
import { BENCH, know, say } from './store.js';

/** Whether a page is being made; news that come meanwhile wait for their turn. */
let isBusy = false;
let isAskedAgain = false;

/** Fetch the newest map and show it. */
async function refresh() {
  isAskedAgain = isBusy;
  if (isBusy) return;
  isBusy = true;
  try {
    do {
      isAskedAgain = false;
      await showNewest();
    } while (isAskedAgain);
  } catch (error) {
    sayDone(`The map could not be fetched: ${error}`, true);
  } finally {
    isBusy = false;
  }
}

async function showNewest() {
  const now = /** @type {Served} */ (await fetched('/map'));
  const isOther = now.state !== BENCH.now?.state;
  const chosen = isOther && BENCH.now ? wantedOf(now) : null;
  know({ now });
  if (isOther) await mount(now.map, chosen);
  say('map');
  addEdits();
  document.body.dataset.state = now.state;
  if (isOther) handAnswers(await fetched('/answers'));
}

/** The claim to be shown after an edit: a new one that hangs on nothing. @param {Served} now */
function wantedOf(now) {
  const chosen = now.last?.chosen;
  if (!chosen || BENCH.now?.map.edit.claims[chosen]) return null;
  const hangs = now.map.data.relations.some(({ premises }) => premises.includes(chosen));
  return hangs && window.argmap?.state().chosen ? null : chosen;
}

function start() {
  if (location.search) history.replaceState(null, '', `/${location.hash}`); // the word stays out of sight
  startBar();
  startDialog();
  startPanelEdits();
  startDocument();
  startMapForms();
  startPassages();
  startDrafts();
  startDrag();
  startBenchKeys();
  listenTo('/events', refresh, () =>
    sayDone(
      'The workbench does not answer. If it was started again, open the new address that it printed.',
      true,
    ),
  );
}

start();
