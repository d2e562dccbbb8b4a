// Brings the list as the server has it together with what is not saved yet.
import { isDirty, newItem } from './item.js';

/** The server's todos in its order; what the user changed or edits stays, what is new comes last. */
export function merge(items, todos) {
  const known = new Map(items.filter((item) => item.saved).map((item) => [item.saved.id, item]));
  const lost = items.filter((item) => item.sentBefore);
  const loaded = todos.map((todo) => {
    const item = known.get(todo.id) ?? claim(lost, todo) ?? newItem(todo);
    if (!isDirty(item)) item.saved = todo;
    return item;
  });
  const rest = items.filter((item) => (isDirty(item) || item.editing) && !loaded.includes(item));
  return [...loaded, ...rest];
}

/** A creation that was under way when the page was left may have arrived: then it is that todo. */
function claim(lost, todo) {
  const index = lost.findIndex((item) => item.change.title === todo.title);
  if (index < 0) return null;
  const [item] = lost.splice(index, 1);
  item.sentBefore = false;
  item.saved = todo;
  delete item.change.title;
  return item;
}
