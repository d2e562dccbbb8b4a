// Sends changes to the API: one todo at a time, or many in batches. An item has one request under way
// at most; changes made in the meantime are sent after the response, with the version that it holds.
import { ApiError, BATCH, changeTodo, changeTodos, createTodo, deleteTodo, deleteTodos } from './api.js';
import { settle } from './failure.js';
import { accept, countOf, isDirty, isRemoved } from './item.js';

export async function push(store, item) {
  // An item that was dropped while it waited is not sent any more.
  if (!store.items.includes(item)) return;
  if (item.state === 'saving' || item.state === 'conflict') {
    store.changed();
    // The request that runs sends this change too, and so what is announced afterwards is true.
    return item.state === 'saving' ? item.saving : undefined;
  }
  item.saving = save(store, item);
  return item.saving;
}

async function save(store, item) {
  begin(item);
  store.changed();
  try {
    while (isDirty(item)) {
      const sent = isRemoved(item) ? { removed: true } : { ...item.change };
      const fresh = item.saved === null;
      const saved = await store.ask(() => send(item, sent));
      arrived(store, item, saved, fresh && !sent.removed ? {} : sent);
      if (sent.removed) break;
    }
    item.state = 'idle';
  } catch (error) {
    await settle(store, item, error);
  }
  store.changed();
}

let creations = Promise.resolve();

/** New todos go one after the other, so that the server's order is the order they were typed in. */
export function pushInOrder(store, item) {
  item.state = 'waiting';
  store.changed();
  creations = creations.then(() => item.state === 'waiting' && push(store, item));
  return creations;
}

/** Sends the changes of many items; `done` is the announcement of what happened to them. */
export async function pushAll(store, items, done) {
  store.notice = null;
  const ready = items.filter((item) => item.saved && item.state !== 'saving' && item.state !== 'conflict');
  const single = items.filter((item) => !ready.includes(item));
  ready.forEach(begin);
  const removed = ready.filter(isRemoved);
  const changed = ready.filter((item) => !isRemoved(item) && isDirty(item));
  for (const item of ready) if (!isDirty(item)) item.state = 'idle';

  store.changed();
  for (const chunk of chunks(removed)) await pushChunk(store, chunk, deleteChunk, () => ({ removed: true }));
  for (const chunk of chunks(changed)) await pushChunk(store, chunk, changeChunk, contentOf);
  for (const item of single) await push(store, item);

  if (done) report(store, items, done);
  else store.changed();
}

async function pushChunk(store, chunk, request, partOf) {
  const sent = chunk.map((item) => partOf(item.change));
  let results;
  try {
    results = await store.ask(() => request(chunk, sent));
  } catch (error) {
    for (const item of chunk) await settle(store, item, error);
    return;
  }
  for (const [index, item] of chunk.entries()) {
    const { status, todo, problem, error } = results[index];
    if (error || status >= 300) {
      await settle(store, item, error ?? new ApiError(status, problem));
      continue;
    }
    arrived(store, item, todo, sent[index]);
    item.state = 'idle';
    if (isDirty(item)) await push(store, item);
  }
}

const contentOf = ({ title, completed }) => ({ title, completed });

const deleteChunk = (chunk) => deleteTodos(chunk.map((item) => item.saved.id));
const changeChunk = (chunk, sent) => changeTodos(chunk.map(({ saved }, index) => ({ todo: saved, change: sent[index] })));

function send(item, change) {
  if (change.removed) return item.saved && deleteTodo(item.saved.id);
  return item.saved ? changeTodo(item.saved, change) : createTodo(item.id, change.title);
}

function arrived(store, item, saved, sent) {
  store.writes++;
  if (sent.removed) {
    store.drop(item);
    store.announce('Deleted.');
    return;
  }
  const before = item.saved;
  accept(item, saved, sent);
  if (!before) store.announce('Added.');
  else if (before.title !== saved.title) store.announce('Saved.');
}

function begin(item) {
  item.state = 'saving';
  item.problem = null;
  if (item.saved) accept(item, item.saved, {});
}

function report(store, items, done) {
  const failed = items.filter((item) => item.state === 'failed' || item.state === 'conflict').length;
  const all = countOf(items);
  if (failed > 0) store.notice = `${failed} of ${all} could not be ${done}. Each says why.`;
  store.announce(failed > 0 ? store.notice : `${all} ${done}.`);
}

function* chunks(items) {
  for (let at = 0; at < items.length; at += BATCH) yield items.slice(at, at + BATCH);
}
