// Text is set only by textContent or value, so markup in a title stays text.

export function setText(element, text) {
  if (element.textContent !== text) element.textContent = text;
}

export function setValue(field, text) {
  if (field.value !== text) field.value = text;
}

/** Connects a text field with the sentence that describes its error. */
export function markInvalid(field, problem) {
  field.setAttribute('aria-invalid', String(Boolean(problem)));
  describe(field, problem);
}

export function describe(field, problem) {
  if (problem) field.setAttribute('aria-describedby', problem.id);
  else field.removeAttribute('aria-describedby');
}
