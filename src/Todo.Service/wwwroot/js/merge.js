// Merges the server's list with the changes that are not saved yet.
import { accept, isDirty, newItem } from './item.js';

/** The server's todos in its order. Items that the user changed or edits stay; new items come last. */
export function merge(items, todos) {
  const known = new Map(items.map((item) => [item.id, item]));
  const loaded = todos.map((todo) => {
    const item = known.get(todo.id) ?? newItem(todo);
    // A new todo in the list has reached the server, even if its response did not come back.
    if (!item.saved) accept(item, todo, {});
    else if (!isDirty(item)) item.saved = todo;
    return item;
  });
  const rest = items.filter((item) => (isDirty(item) || item.editing) && !loaded.includes(item));
  return [...loaded, ...rest];
}
