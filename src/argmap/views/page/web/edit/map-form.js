/** The forms for the map as a whole, and for a source. */

import { byId } from '../words/dom.js';
import { changesOf } from './claim-edit.js';
import { openForm } from './dialog.js';
import { area, line, row } from './fields.js';
import { BENCH, editable } from './store.js';

export function startMapForms() {
  byId('map-change').addEventListener('click', askToChangeMap);
  byId('source-change').addEventListener('click', askToChangeSource);
}

function askToChangeMap() {
  const now = editable().about;
  const title = line(now.title || '');
  const question = area(now.question || '', 2);
  const rows = [row('Title', title), row('The question that the map is about', question)];
  openForm('The map', rows, 'Save', () => {
    const changes = changesOf(now, {
      title: title.value.trim() || null,
      question: question.value.trim() || null,
    });
    return changes.length ? { do: 'set', kind: 'map', values: changes } : null;
  });
}

function askToChangeSource() {
  const now = editable().sources.find(({ id }) => id === BENCH.source);
  if (!now) return;
  const fields = {
    title: line(now.title),
    authors: line(now.authors.join('; ')),
    date: line(now.date || ''),
    kind: line(now.kind || '', ['article', 'book', 'op-ed', 'report', 'speech', 'web page']),
    publisher: line(now.publisher || ''),
    url: line(now.url || ''),
  };
  const rows = [
    row('Title', fields.title),
    row('Authors, with ; between', fields.authors, 'Family name last, or first with a comma.'),
    row('Date, such as 2026-03-04 or 2026', fields.date),
    row('Kind', fields.kind),
    row('Publisher', fields.publisher),
    row('Address on the web', fields.url),
  ];
  openForm('The source', rows, 'Save', () => {
    const changes = changesOf(now, {
      title: fields.title.value.trim() || null,
      authors: fields.authors.value
        .split(';')
        .map((each) => each.trim())
        .filter(Boolean),
      date: fields.date.value.trim() || null,
      kind: fields.kind.value.trim() || null,
      publisher: fields.publisher.value.trim() || null,
      url: fields.url.value.trim() || null,
    });
    return changes.length ? { do: 'set', kind: 'source', id: now.id, values: changes } : null;
  });
}
