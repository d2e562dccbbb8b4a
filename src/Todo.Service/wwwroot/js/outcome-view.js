// The problem of one todo, with the actions that solve it. It is in the document only while there is a problem.
import { titleOf } from './item.js';
import { copyOf } from './template.js';
import { setText } from './text.js';

const template = document.querySelector('#outcome');

export class OutcomeView {
  #parts;

  constructor(item, store) {
    this.item = item;
    this.store = store;
    const { element, parts } = copyOf(template, {
      problem: '.problem', versions: '.versions', mine: '.mine', theirs: '.theirs', choices: '.choices',
    });
    this.element = element;
    this.#parts = parts;
    this.problem.id = `problem-${item.key}`;
  }

  get problem() {
    return this.#parts.problem;
  }

  update(text) {
    const { item } = this;
    const { problem, versions, mine, theirs } = this.#parts;
    setText(problem, text);
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
      button.setAttribute('aria-describedby', this.problem.id);
      button.addEventListener('click', () => this.store[act](this.item));
      return button;
    }));
  }
}

/** The actions that solve a problem: the text of the button, and the method of the store. */
function choicesFor(item) {
  if (item.state === 'conflict' && item.theirs) return [['Save mine', 'saveMine'], ['Take theirs', 'discard']];
  if (item.state === 'conflict') return [['Save mine as new', 'saveMine'], ['Let it go', 'discard']];
  if (item.state !== 'failed') return [];
  return item.change.title !== undefined ? [['Try again', 'retry'], ['Discard', 'discard']] : [['Dismiss', 'discard']];
}
