// Shows the store's state, whole and at once: render() can run at any time and only touches what differs.
import { isCompleted, isShown } from './item.js';
import { ItemView } from './item-view.js';
import { markInvalid, setText, setValue } from './text.js';

const find = (selector) => document.querySelector(selector);

const page = {
  offline: find('.offline'),
  account: find('.account'),
  signIn: find('.sign-in'),
  app: find('.todoapp'),
  header: find('.header'),
  heading: find('h1'),
  newTodo: find('.new-todo'),
  newTodoProblem: find('#new-todo-problem'),
  notice: find('.notice'),
  loading: find('.loading'),
  empty: find('.empty'),
  main: find('.main'),
  toggleAll: find('.toggle-all'),
  list: find('.todo-list'),
  noneShown: find('.none-shown'),
  footer: find('.footer'),
  count: find('.todo-count'),
  clearCompleted: find('.clear-completed'),
  info: find('.info'),
  status: find('#status'),
};

const views = new Map();
let said = null;

export function render(store) {
  const focus = focusedItem();
  const { listed } = store;
  const inside = store.session === 'live';
  renderSession(store, inside);
  renderOffline(store);
  renderNewTodo(store);

  showText(page.notice, page.notice.querySelector('p'), store.notice);
  page.loading.hidden = store.phase !== 'loading';
  page.empty.hidden = store.phase !== 'ready' || listed.length > 0;
  page.main.hidden = page.footer.hidden = listed.length === 0;
  page.info.hidden = !inside || listed.length === 0;

  renderList(store, listed.filter((item) => isShown(item, store.filter)));
  renderFooter(store, listed);
  renderStatus(store);
  if (inside) keepFocus(focus);
}

function renderSession({ session, user, signInProblem }, inside) {
  const appears = inside && page.app.hidden;
  const left = !inside && page.signIn.hidden;
  page.app.hidden = page.account.hidden = !inside;
  page.signIn.hidden = inside;
  const top = inside ? page.header : page.signIn;
  if (page.heading.parentElement !== top) top.prepend(page.heading);
  setText(page.account.querySelector('.user'), user?.name ?? '');
  setText(page.signIn.querySelector('.reason'), session === 'ended'
    ? 'Your session has ended. Sign in again to go on: what you typed is kept.'
    : 'Sign in to see your list.');
  const problem = page.signIn.querySelector('.problem');
  showText(problem, problem, signInProblem);
  if (appears) page.newTodo.focus();
  if (left) page.signIn.querySelector('button').focus();
}

function renderOffline({ offline, waiting }) {
  page.offline.hidden = !offline;
  const why = navigator.onLine ? 'The server cannot be reached.' : 'You are offline.';
  const what = waiting.length === 1 ? '1 change waits to be saved.' : `${waiting.length} changes wait to be saved.`;
  setText(page.offline.querySelector('p'), waiting.length === 0 ? why : `${why} ${what}`);
}

function renderNewTodo({ draft }) {
  setValue(page.newTodo, draft.text);
  showText(page.newTodoProblem, page.newTodoProblem, draft.problem);
  markInvalid(page.newTodo, draft.problem && page.newTodoProblem);
}

function renderList(store, shown) {
  const keep = new Set(shown.map((item) => item.key));
  for (const [key, view] of views) {
    if (keep.has(key)) continue;
    views.delete(key);
    view.element.remove();
  }
  let place = page.list.firstElementChild;
  for (const item of shown) {
    let view = views.get(item.key);
    if (!view) views.set(item.key, view = new ItemView(item, store));
    if (view.element === place) place = place.nextElementSibling;
    else page.list.insertBefore(view.element, place);
    view.update();
  }
  const none = store.filter === 'active' ? 'Nothing left to do.' : 'Nothing completed yet.';
  showText(page.noneShown, page.noneShown, shown.length === 0 && none);
}

function renderFooter({ filter }, listed) {
  const completed = listed.filter(isCompleted).length;
  const active = listed.length - completed;
  page.toggleAll.checked = listed.length > 0 && active === 0;
  setText(page.count.querySelector('strong'), String(active));
  setText(page.count.querySelector('span'), active === 1 ? 'item left' : 'items left');
  page.clearCompleted.hidden = completed === 0;
  for (const link of document.querySelectorAll('.filters a')) {
    const selected = link.hash === (filter === 'all' ? '#/' : `#/${filter}`);
    link.classList.toggle('selected', selected);
    if (selected) link.setAttribute('aria-current', 'true');
    else link.removeAttribute('aria-current');
  }
}

/** A repeated announcement is written as new text, because a screen reader would not read the same text again. */
function renderStatus({ status }) {
  if (status !== said) page.status.textContent = status.text;
  said = status;
}

function showText(box, element, text) {
  box.hidden = !text;
  setText(element, text || '');
}

/** The line with the focus and its index, so that the focus can move on when the line disappears. */
function focusedItem() {
  const active = document.activeElement;
  const line = active?.closest('.todo-list > li');
  return { active, line, index: line ? [...page.list.children].indexOf(line) : -1 };
}

function keepFocus({ active, line, index }) {
  if (!active || active === document.body || (active.isConnected && active.checkVisibility())) return;
  if (document.activeElement !== active && document.activeElement !== document.body) return;
  const lines = page.list.children;
  const next = line?.isConnected ? line : lines[Math.min(index, lines.length - 1)];
  const view = [...views.values()].find((candidate) => candidate.element === next);
  if (line && view) view.focus();
  else page.newTodo.focus();
}
