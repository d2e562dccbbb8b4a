// One line of the list. `saved` is the last todo from the server, or null before the first one.
// `change` holds the unsaved changes of the user: { title?, completed?, removed? }. The page shows both together.

export const newItem = (saved, change = {}, id = saved?.id ?? newId()) => ({
  id, // the server's too, so that a creation sent twice makes one todo
  key: crypto.randomUUID(),
  saved,
  change,
  state: 'idle', // or 'saving', 'waiting' (for a connection), 'failed', 'conflict'
  problem: null, // what went wrong, in words
  theirs: null, // in a conflict: the todo as it is now, null where it was deleted
  editing: null, // while being edited: { text, problem }
});

/** A UUID of version 7: ids rise with time, and the server lists todos in the order of their ids. */
export function newId() {
  const time = Date.now().toString(16).padStart(12, '0');
  return `${time.slice(0, 8)}-${time.slice(8)}-7${crypto.randomUUID().slice(15)}`;
}

export const titleOf = (item) => item.change.title ?? item.saved.title;

export const isCompleted = (item) => item.change.completed ?? item.saved?.completed ?? false;

export const isRemoved = (item) => item.change.removed === true;

/** Marks for deletion, which also ends a conflict: no text is left to choose. */
export function markRemoved(item) {
  item.change.removed = true;
  item.theirs = null;
  if (item.state === 'conflict') item.state = 'idle';
}

export const isDirty = (item) => item.saved === null || Object.keys(item.change).length > 0;

/** Takes in the server's response to the change that was sent; changes made in the meantime stay to be sent. */
export function accept(item, saved, sent) {
  item.saved = saved;
  for (const name of Object.keys(item.change)) {
    if (item.change[name] === sent[name] || item.change[name] === saved[name]) delete item.change[name];
  }
}

/** Sets an item back to the state of the server. */
export function revert(item, saved = item.saved) {
  Object.assign(item, { saved, change: {}, state: 'idle', problem: null, theirs: null });
}

/** A filter never hides an item that needs the user: an edit, a failure, a conflict. */
export function isShown(item, filter) {
  if (item.editing || item.problem || filter === 'all') return true;
  return isCompleted(item) === (filter === 'completed');
}

export const countOf = (items) => `${items.length} ${items.length === 1 ? 'todo' : 'todos'}`;
