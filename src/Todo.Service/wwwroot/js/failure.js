// What happens to a change that the API refused. Typed text is never lost. A completion or a deletion is undone,
// and the item shows the reason.
import { ApiError, getTodo } from './api.js';
import { accept, isDirty, isRemoved, revert, titleOf } from './item.js';

export async function settle(store, item, error) {
  if (!(error instanceof ApiError)) throw error;
  if (error.offline || error.status === 401) item.state = 'waiting';
  else if (error.status === 404 && item.saved) gone(store, item);
  else if (error.status === 409 && item.saved) await changedElsewhere(store, item);
  else if (isRefusal(error) && !item.saved) handBack(store, item, error);
  else if (isRefusal(error) && typed(item)) reopen(store, item, error);
  else takeBack(store, item, error.message);
}

const typed = (item) => item.change.title !== undefined && !isRemoved(item);

const isRefusal = (error) => error.status === 400 || error.status === 422;

/** The todo was deleted elsewhere. A deletion is then done; typed text can be saved as a new todo. */
function gone(store, item) {
  if (typed(item)) return conflict(store, item, null);
  const wanted = isRemoved(item);
  store.drop(item);
  store.announce(wanted ? 'Deleted.' : `“${titleOf(item)}” was deleted elsewhere.`);
}

async function changedElsewhere(store, item) {
  let current;
  try {
    current = await store.ask(() => getTodo(item.saved.id));
  } catch (error) {
    if (error.status === 404) return gone(store, item);
    return takeBack(store, item, error.message);
  }
  accept(item, current, {});
  if (typed(item)) return conflict(store, item, current);
  // The other change may be the same as this one.
  const agreed = !isDirty(item);
  revert(item);
  if (agreed) return;
  fail(store, item, 'This was changed elsewhere meanwhile. Here it is as it is now.');
}

function conflict(store, item, theirs) {
  item.state = 'conflict';
  item.theirs = theirs;
  item.problem = theirs
    ? 'This was changed elsewhere while you edited it. Which text shall stay?'
    : 'This was deleted elsewhere while you edited it.';
  store.announce(item.problem);
}

/** A refused new todo goes back to its field, unless the user types another one there. */
function handBack(store, item, error) {
  const problem = error.about('title');
  if (store.draft.text !== '') return fail(store, item, problem);
  store.drop(item);
  store.draft = { text: item.change.title, problem };
}

function reopen(store, item, error) {
  const text = item.change.title;
  revert(item);
  item.editing ??= { text, problem: error.about('title') };
  store.announce(item.editing.problem ?? '');
}

function takeBack(store, item, message) {
  const what = isRemoved(item) ? 'Not deleted' : typed(item) || !item.saved ? 'Not saved' : 'Not changed';
  delete item.change.removed;
  if (item.saved) delete item.change.completed;
  fail(store, item, `${what}. ${message}`);
}

function fail(store, item, problem) {
  item.state = 'failed';
  item.problem = problem;
  store.announce(`“${titleOf(item)}”: ${problem}`);
}
