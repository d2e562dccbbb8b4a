// Makes an element out of a <template> in the page.

/** A copy of the template's element, and the parts of it that the selectors name. */
export function copyOf(template, selectors) {
  const element = template.content.firstElementChild.cloneNode(true);
  const parts = Object.entries(selectors).map(([name, selector]) => [name, element.querySelector(selector)]);
  return { element, parts: Object.fromEntries(parts) };
}
