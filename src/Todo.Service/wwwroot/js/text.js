// Text only ever goes in as textContent or value, so markup in a title stays text.

export function setText(element, text) {
  if (element.textContent !== text) element.textContent = text;
}

export function setValue(field, text) {
  if (field.value !== text) field.value = text;
}

/** Ties a text field to the sentence that says what is wrong with its text. */
export function markInvalid(field, problem) {
  field.setAttribute('aria-invalid', String(Boolean(problem)));
  describe(field, problem);
}

export function describe(field, problem) {
  if (problem) field.setAttribute('aria-describedby', problem.id);
  else field.removeAttribute('aria-describedby');
}
