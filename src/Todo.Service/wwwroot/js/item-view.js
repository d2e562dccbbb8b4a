// One <li>. Its text is the todo's title and, where there is one, its problem.
import { isCompleted, titleOf } from './item.js';
import { OutcomeView } from './outcome-view.js';
import { copyOf } from './template.js';
import { describe, markInvalid, setText, setValue } from './text.js';

const template = document.querySelector('#item');

// The white space between the tags is not part of the text.
for (const parent of template.content.querySelectorAll(':has(> *)')) parent.replaceChildren(...parent.children);

export class ItemView {
  #parts;
  #mark = null;
  #outcome = null;

  constructor(item, store) {
    this.item = item;
    this.store = store;
    const { element, parts } = copyOf(template, {
      toggle: '.toggle', label: 'label', startEdit: '.start-edit', destroy: '.destroy', edit: '.edit',
    });
    this.element = element;
    this.#parts = parts;
    const { toggle, label, startEdit, destroy } = parts;
    label.id = `title-${item.key}`;
    toggle.setAttribute('aria-labelledby', label.id);
    toggle.addEventListener('change', () => store.toggle(item));
    label.addEventListener('dblclick', () => store.startEdit(item));
    startEdit.addEventListener('click', () => store.startEdit(item));
    destroy.addEventListener('click', () => store.remove(item));
    this.element.addEventListener('keydown', (event) => {
      if (event.key === 'F2' && !item.editing) store.startEdit(item);
    });
    this.#listenToEdit();
  }

  focus() {
    this.#parts.toggle.focus();
  }

  update() {
    const { item } = this;
    const { toggle, label, startEdit, destroy, edit } = this.#parts;
    const title = titleOf(item);
    this.element.classList.toggle('completed', isCompleted(item));
    this.element.classList.toggle('failed', item.problem !== null);
    toggle.checked = isCompleted(item);
    setText(label, title);
    startEdit.setAttribute('aria-label', `Edit “${title}”`);
    destroy.setAttribute('aria-label', `Delete “${title}”`);
    edit.setAttribute('aria-label', `Edit “${title}”`);
    this.#updateMark();
    this.#updateOutcome();
    this.#updateEdit();
  }

  #listenToEdit() {
    const { item, store } = this;
    const { edit } = this.#parts;
    edit.addEventListener('input', () => { item.editing = { text: edit.value, problem: null }; store.changed(); });
    edit.addEventListener('blur', () => {
      // A user who goes to another window while the field is empty may come back and type.
      const away = !document.hasFocus() && edit.value.trim() === '';
      if (item.editing && !away) store.commitEdit(item);
    });
    edit.addEventListener('keydown', (event) => {
      if (event.isComposing) return;
      if (event.key !== 'Enter' && event.key !== 'Escape') return;
      // The focus moves to a button, and the same key press must not press it.
      event.preventDefault();
      if (event.key === 'Enter') store.commitEdit(item);
      else store.cancelEdit(item);
    });
  }

  #updateMark() {
    const marked = this.item.state === 'waiting' && this.store.offline;
    if (marked && !this.#mark) {
      this.#mark = document.createElement('span');
      this.#mark.className = 'mark';
      this.#mark.textContent = 'not saved yet';
      this.#parts.label.after(this.#mark);
    } else if (!marked && this.#mark) {
      this.#mark.remove();
      this.#mark = null;
    }
  }

  #updateOutcome() {
    const { item } = this;
    const text = item.editing?.problem ?? item.problem;
    if (text && !this.#outcome) {
      this.#outcome = new OutcomeView(item, this.store);
      this.element.append(this.#outcome.element);
    } else if (!text && this.#outcome) {
      this.#outcome.element.remove();
      this.#outcome = null;
    }
    this.#outcome?.update(text);
    describe(this.#parts.toggle, this.#outcome?.problem);
  }

  #updateEdit() {
    const { item } = this;
    const { edit, startEdit } = this.#parts;
    const before = this.element.classList.contains('editing');
    const focused = document.activeElement;
    setValue(edit, item.editing?.text ?? titleOf(item));
    markInvalid(edit, item.editing?.problem && this.#outcome.problem);
    this.element.classList.toggle('editing', item.editing !== null);
    if (item.editing && !before) {
      // A refused edit opens again by itself. It must not take the focus from the place where the user is now.
      const free = focused === document.body || this.element.contains(focused);
      if (!item.editing.problem || free) edit.focus();
    } else if (!item.editing && before && focused === edit) {
      startEdit.focus();
    }
  }
}
