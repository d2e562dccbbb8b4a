// The page's state, and what the user can do to it. The store does not use the document: the code that renders
// listens to `changed`, and sync.js sends the changes.
import { ApiError, listTodos } from './api.js';
import { forget } from './auth.js';
import { isCompleted, isRemoved, markRemoved, newId, newItem, revert, titleOf } from './item.js';
import { merge } from './merge.js';
import { currentFilter } from './router.js';
import { push, pushAll, pushInOrder } from './sync.js';

export class Store {
  session = 'none'; // or 'live', 'ended' (the API no longer takes its token)
  user = null; // { id, name }, also of a session that ended
  signInProblem = null;
  phase = 'loading'; // or 'ready', 'failed'
  items = [];
  filter = currentFilter();
  draft = { text: '', problem: null }; // the new-todo field
  offline = !navigator.onLine;
  notice = null; // what failed for the list as a whole
  writes = 0; // how many changes the API has taken
  status = { text: '' }; // what a screen reader says, a new object each time
  #reconnecting = false;

  constructor(changed) {
    this.changed = changed;
  }

  get listed() {
    return this.items.filter((item) => !isRemoved(item));
  }

  get waiting() {
    return this.items.filter((item) => item.state === 'waiting');
  }

  announce(text) {
    this.status = { text };
    this.changed();
  }

  drop(item) {
    this.items = this.items.filter((other) => other !== item);
  }

  /** Every call to the API goes through here: it notes whether the server can be reached and the session is valid. */
  async ask(call) {
    try {
      const result = await call();
      this.setOffline(false);
      return result;
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      this.setOffline(error.offline);
      if (error.status === 401) this.#endSession();
      throw error;
    }
  }

  setOffline(offline) {
    if (this.offline === offline) return;
    this.offline = offline;
    this.announce(offline ? 'The server cannot be reached.' : 'The server can be reached again.');
    if (!offline) this.reconnect();
  }

  #endSession() {
    this.session = 'ended';
    forget();
  }

  /** Reads the list again, then sends the changes that wait. */
  async reconnect() {
    if (this.#reconnecting || this.session !== 'live') return;
    this.#reconnecting = true;
    try {
      await this.load();
      if (this.phase === 'ready') await pushAll(this, this.waiting);
    } finally {
      this.#reconnecting = false;
    }
  }

  async load() {
    const first = this.phase !== 'ready';
    if (first && !this.offline) this.phase = 'loading';
    this.changed();
    try {
      let todos, writes;
      do { // A list read while something was written may not show it.
        writes = this.writes;
        todos = await this.ask(listTodos);
      } while (writes !== this.writes);
      this.items = merge(this.items, todos);
      this.phase = 'ready';
      this.notice = null;
      if (first) this.announce('Your list is loaded.');
    } catch (error) {
      if (first) this.phase = 'failed';
      // Where the page has a list already, the banner is enough.
      if (first || !error.offline) this.notice = `Your todos could not be loaded. ${error.message}`;
    }
    this.changed();
  }

  add() {
    const title = this.draft.text.trim();
    this.draft.problem = null;
    if (title === '') return this.changed();
    const item = newItem(null, { title });
    this.items.push(item);
    this.draft.text = '';
    return pushInOrder(this, item);
  }

  write(text) {
    this.draft = { text, problem: null };
    this.changed();
  }

  toggle(item) {
    item.change.completed = !isCompleted(item);
    return push(this, item);
  }

  remove(item) {
    if (!item.saved && item.state !== 'saving') {
      this.drop(item);
      return this.changed();
    }
    markRemoved(item);
    return push(this, item);
  }

  startEdit(item) {
    item.editing = { text: titleOf(item), problem: null };
    this.changed();
  }

  cancelEdit(item) {
    item.editing = null;
    this.changed();
  }

  commitEdit(item) {
    const title = item.editing.text.trim();
    item.editing = null;
    if (title === '') return this.remove(item);
    if (title === titleOf(item)) return this.changed();
    item.change.title = title;
    return push(this, item);
  }

  toggleAll(completed) {
    const items = this.listed.filter((item) => isCompleted(item) !== completed);
    for (const item of items) item.change.completed = completed;
    return pushAll(this, items, completed ? 'marked complete' : 'marked active');
  }

  clearCompleted() {
    const items = this.listed.filter(isCompleted);
    items.forEach(markRemoved);
    return pushAll(this, items, 'deleted');
  }

  retry(item) {
    item.state = 'idle';
    return push(this, item);
  }

  /** Discards the unsaved changes. In a conflict the other text stays; a todo that was never saved is removed. */
  discard(item) {
    const saved = item.state === 'conflict' ? item.theirs : item.saved;
    if (saved) revert(item, saved);
    else this.drop(item);
    this.changed();
  }

  /** Ends a conflict with the user's text in place of the other one. Where the todo was deleted, the text becomes a new todo. */
  saveMine(item) {
    item.saved = item.theirs;
    if (!item.saved) item.id = newId();
    item.theirs = null;
    return this.retry(item);
  }
}
