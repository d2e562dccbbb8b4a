// One <li>. Text only ever goes in as textContent or value, so markup in a title stays text.
import { isCompleted, titleOf } from './item.js';

const template = document.querySelector('#item');

export class ItemView {
  #parts;
  #edit = null;

  constructor(item, store) {
    this.item = item;
    this.store = store;
    this.element = template.content.firstElementChild.cloneNode(true);
    const part = (name) => this.element.querySelector(name);
    this.#parts = {
      toggle: part('.toggle'),
      label: part('label'),
      mark: part('.mark'),
      startEdit: part('.start-edit'),
      destroy: part('.destroy'),
      outcome: part('.outcome'),
      problem: part('.problem'),
      versions: part('.versions'),
      mine: part('.mine'),
      theirs: part('.theirs'),
      choices: part('.choices'),
    };
    const { toggle, label, startEdit, destroy, problem } = this.#parts;
    label.id = `title-${item.key}`;
    problem.id = `problem-${item.key}`;
    toggle.setAttribute('aria-labelledby', label.id);
    toggle.addEventListener('change', () => store.toggle(item));
    label.addEventListener('dblclick', () => store.startEdit(item));
    startEdit.addEventListener('click', () => store.startEdit(item));
    destroy.addEventListener('click', () => store.remove(item));
    this.element.addEventListener('keydown', (event) => {
      if (event.key === 'F2' && !item.editing) store.startEdit(item);
    });
  }

  focus() {
    this.#parts.toggle.focus();
  }

  update() {
    const { item } = this;
    const { toggle, label, mark, startEdit, destroy } = this.#parts;
    const title = titleOf(item);
    this.element.classList.toggle('completed', isCompleted(item));
    this.element.classList.toggle('editing', item.editing !== null);
    this.element.classList.toggle('failed', item.problem !== null);
    toggle.checked = isCompleted(item);
    setText(label, title);
    startEdit.setAttribute('aria-label', `Edit “${title}”`);
    destroy.setAttribute('aria-label', `Delete “${title}”`);
    setText(mark, 'not saved yet');
    mark.hidden = item.state !== 'waiting' || !this.store.offline;
    this.#updateEdit();
    this.#updateOutcome();
  }

  #updateEdit() {
    const { item } = this;
    if (item.editing && !this.#edit) this.#openEdit();
    if (!item.editing && this.#edit) this.#closeEdit();
    if (!this.#edit) return;
    if (this.#edit.value !== item.editing.text) this.#edit.value = item.editing.text;
    markInvalid(this.#edit, item.editing.problem && this.#parts.problem);
  }

  #openEdit() {
    const { item, store } = this;
    const edit = document.createElement('input');
    edit.className = 'edit';
    edit.value = item.editing.text;
    edit.setAttribute('aria-label', `Edit “${titleOf(item)}”`);
    edit.autocomplete = 'off';
    edit.enterKeyHint = 'done';
    edit.addEventListener('input', () => { item.editing = { text: edit.value, problem: null }; store.changed(); });
    edit.addEventListener('blur', () => { if (item.editing && document.hasFocus()) store.commitEdit(item); });
    edit.addEventListener('keydown', (event) => {
      if (event.isComposing) return;
      if (event.key !== 'Enter' && event.key !== 'Escape') return;
      // The focus moves on to a button, which the same key press must not press.
      event.preventDefault();
      if (event.key === 'Enter') store.commitEdit(item);
      else store.cancelEdit(item);
    });
    // A refused edit opens again by itself: it must not take the focus from where the user is by then.
    const free = document.activeElement === document.body || this.element.contains(document.activeElement);
    this.#edit = edit;
    this.#parts.outcome.before(edit);
    if (!item.editing.problem || free) edit.focus();
  }

  #closeEdit() {
    const focused = document.activeElement === this.#edit;
    this.#edit.remove();
    this.#edit = null;
    if (focused) this.#parts.startEdit.focus();
  }

  #updateOutcome() {
    const { item } = this;
    const { outcome, problem, versions, mine, theirs, toggle } = this.#parts;
    const text = item.editing?.problem ?? item.problem;
    outcome.hidden = text === null;
    setText(problem, text ?? '');
    describe(toggle, text !== null && problem);
    versions.hidden = !item.theirs;
    setText(mine, titleOf(item));
    setText(theirs, item.theirs?.title ?? '');
    this.#updateChoices(item.editing ? [] : choicesFor(item));
  }

  #updateChoices(choices) {
    const { choices: place } = this.#parts;
    const shown = [...place.children].map((button) => button.textContent);
    if (shown.join() === choices.map(([text]) => text).join()) return;
    place.replaceChildren(...choices.map(([text, act]) => {
      const button = document.createElement('button');
      button.type = 'button';
      button.textContent = text;
      button.setAttribute('aria-describedby', this.#parts.problem.id);
      button.addEventListener('click', () => this.store[act](this.item));
      return button;
    }));
  }
}

/** The ways out of what went wrong: what the button says, and which of the store's acts it is. */
function choicesFor(item) {
  if (item.state === 'conflict' && item.theirs) return [['Save mine', 'saveMine'], ['Take theirs', 'discard']];
  if (item.state === 'conflict') return [['Save mine as new', 'saveMine'], ['Let it go', 'discard']];
  if (item.state !== 'failed') return [];
  return item.change.title !== undefined ? [['Try again', 'retry'], ['Discard', 'discard']] : [['Dismiss', 'discard']];
}

export function setText(element, text) {
  if (element.textContent !== text) element.textContent = text;
}

/** Ties a text field to the sentence that says what is wrong with its text. */
export function markInvalid(field, problem) {
  field.setAttribute('aria-invalid', String(Boolean(problem)));
  describe(field, problem);
}

function describe(field, problem) {
  if (problem) field.setAttribute('aria-describedby', problem.id);
  else field.removeAttribute('aria-describedby');
}
