// Text that is typed but not saved. It is kept over a sign-in or a reload, for the same user only.
import { isDirty, newItem, titleOf } from './item.js';

const KEY = 'todo.drafts';

export function keepDrafts(store) {
  // An edit that is open when the user leaves the page ends with its text, as when the user leaves the field.
  for (const item of store.items) {
    const text = item.editing?.text.trim();
    if (text && text !== titleOf(item)) item.change.title = text;
  }
  const changes = store.items.filter(isDirty).map(({ id, saved, change }) => ({ id, saved, change }));
  if (store.draft.text === '' && changes.length === 0) dropDrafts();
  else sessionStorage.setItem(KEY, JSON.stringify({ user: store.user?.id, text: store.draft.text, changes }));
}

export function restoreDrafts(store) {
  const drafts = JSON.parse(sessionStorage.getItem(KEY) ?? 'null');
  dropDrafts();
  if (!drafts || drafts.user !== store.user.id) return;
  store.draft.text = drafts.text;
  store.items = drafts.changes.map(({ id, saved, change }) => ({ ...newItem(saved, change, id), state: 'waiting' }));
}

const dropDrafts = () => sessionStorage.removeItem(KEY);
