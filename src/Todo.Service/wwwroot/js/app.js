// Starts the page: connects the store with the document, the address and the network state.
import { finishSignIn, signIn, signOut, user } from './auth.js';
import { keepDrafts, restoreDrafts } from './drafts.js';
import { onFilterChange } from './router.js';
import { Store } from './store.js';
import { render } from './view.js';

const RETRY_EVERY = 10_000; // milliseconds

const find = (selector) => document.querySelector(selector);
const store = new Store(changed);
let due = false;

// Many changes at the same moment are shown once.
function changed() {
  if (due) return;
  due = true;
  queueMicrotask(() => {
    due = false;
    render(store);
  });
}

async function attempt(work) {
  store.signInProblem = null;
  try {
    await work();
  } catch (error) {
    store.signInProblem = error.message;
  }
  changed();
}

function leave() {
  keepDrafts(store);
  store.items = [];
  store.session = 'none';
  store.write('');
  return attempt(signOut);
}

find('.start-sign-in').addEventListener('click', () => attempt(signIn));
find('.sign-out').addEventListener('click', leave);

find('.new-todo').addEventListener('input', (event) => store.write(event.target.value));
find('.new-todo').addEventListener('keydown', (event) => {
  if (event.key !== 'Enter' || event.isComposing) return;
  // The browser submits for a key that was pressed, but not for one that a script sends.
  event.preventDefault();
  event.target.form.requestSubmit();
});
find('.new-todo-form').addEventListener('submit', (event) => {
  event.preventDefault();
  store.add();
});
find('.toggle-all').addEventListener('change', (event) => store.toggleAll(event.target.checked));
find('.clear-completed').addEventListener('click', () => store.clearCompleted());
for (const button of document.querySelectorAll('.retry')) button.addEventListener('click', () => store.reconnect());

onFilterChange((filter) => {
  store.filter = filter;
  changed();
});

addEventListener('offline', () => store.setOffline(true));
addEventListener('online', () => store.reconnect());
setInterval(() => {
  if (store.offline && document.visibilityState === 'visible') store.reconnect();
}, RETRY_EVERY);
addEventListener('pagehide', () => {
  if (store.session !== 'none') keepDrafts(store);
});

await attempt(finishSignIn);
store.user = user();
if (store.user) {
  store.session = 'live';
  restoreDrafts(store);
  await store.reconnect();
}
changed();
