// The filter is the hash: `#/`, `#/active`, `#/completed`; `#!/` works as `#/` does.
const FILTERS = ['all', 'active', 'completed'];

export function currentFilter() {
  const name = location.hash.replace(/^#!?\/?/, '');
  return FILTERS.includes(name) ? name : 'all';
}

export const onFilterChange = (listener) => addEventListener('hashchange', () => listener(currentFilter()));
