// The script of the local cloud's pages: shows requests as they come, and calls a route.

const list = document.getElementById('request-list');
const form = document.getElementById('call');
if (list)
  follow(list.tBodies[0], Number(list.dataset.size));
if (form)
  form.addEventListener('submit', event => {
    event.preventDefault();
    call(form);
  });

function follow(rows, size) {
  const live = document.getElementById('live');
  const say = text => {
    if (live.textContent !== text)
      live.textContent = text;
  };
  say('The newest first. The list follows the service.');
  setInterval(async () => {
    if (document.hidden)
      return;
    try {
      const response = await fetch(`/_local/requests?after=${rows.dataset.last}`, { cache: 'no-store' });
      if (!response.ok)
        throw new Error(`Status ${response.status}`);
      rows.dataset.last = response.headers.get('x-last');
      // The server has encoded what clients sent.
      rows.insertAdjacentHTML('afterbegin', await response.text());
      while (rows.rows.length > size)
        rows.lastElementChild.remove();
      say('The newest first. The list follows the service.');
    } catch {
      say('The service does not respond. The list goes on when it does.');
    }
  }, 1000);
}

async function call(form) {
  const button = form.querySelector('button');
  button.disabled = true;
  try {
    const token = await signIn();
    const headers = new Headers(token ? { authorization: `Bearer ${token}` } : {});
    const query = new URLSearchParams();
    let path = form.dataset.template;
    for (const field of form.querySelectorAll('[data-source]')) {
      const { source, name } = field.dataset;
      if (source === 'route')
        path = path.replace(`{${name}+}`, () => field.value.split('/').map(encodeURIComponent).join('/'))
          .replace(`{${name}}`, () => encodeURIComponent(field.value));
      else if (source === 'query' && field.value !== '')
        query.append(name, field.value);
      else if (source === 'header' && field.value !== '')
        headers.append(name, field.value);
    }
    const search = [query.toString(), value('more')].filter(part => part).join('&');
    const body = value('body') || undefined;
    if (body)
      headers.set('content-type', 'application/json');
    const started = performance.now();
    const response = await fetch(path + (search && `?${search}`), {
      method: form.dataset.method, headers, body, cache: 'no-store', redirect: 'manual',
    });
    await show(response, started);
  } catch (error) {
    report(error.message);
  } finally {
    button.disabled = false;
  }
}

async function signIn() {
  if (!value('username'))
    return null;
  const fields = Object.fromEntries(['username', 'groups', 'scope'].map(name => [name, value(name)]));
  const response = await fetch('/_local/token', { method: 'POST', body: new URLSearchParams(fields) });
  const tokens = await response.json();
  if (!response.ok)
    throw new Error(`The sign-in is refused: ${tokens.error_description}`);
  return tokens.access_token;
}

async function show(response, started) {
  const bytes = await response.arrayBuffer();
  const took = Math.round(performance.now() - started);
  const type = response.headers.get('content-type') ?? '';
  report(response.type === 'opaqueredirect'
    ? 'A redirect, which the browser does not show: see the log lines.'
    : `${response.status} ${response.statusText}, ${took} ms, ${bytes.byteLength} bytes`);
  document.getElementById('response-headers').textContent =
    [...response.headers].map(([name, text]) => `${name}: ${text}`).join('\n');
  document.getElementById('response-body').textContent = /json|text|xml|javascript/.test(type)
    ? pretty(new TextDecoder().decode(bytes), type)
    : '';
  const link = document.getElementById('response-link');
  const id = response.headers.get('apigw-requestid');
  link.hidden = !id;
  link.href = `/_local/request?id=${encodeURIComponent(id)}`;
}

function report(text) {
  document.getElementById('response').hidden = false;
  document.getElementById('response-status').textContent = text;
  for (const id of ['response-headers', 'response-body'])
    document.getElementById(id).textContent = '';
  document.getElementById('response-link').hidden = true;
}

// Indents the text itself: numbers keep the digits that JavaScript's own cannot hold.
function pretty(text, type) {
  if (!type.includes('json'))
    return text;
  try {
    JSON.parse(text);
  } catch {
    return text;
  }
  let depth = 0;
  const line = () => `\n${'  '.repeat(depth)}`;
  return text.match(/"(?:\\.|[^"\\])*"|[{[]\s*[}\]]|[{}[\],:]|[^\s{}[\],:"]+/g).map(part => {
    if (part === '{' || part === '[') {
      depth++;
      return part + line();
    }
    if (part === '}' || part === ']') {
      depth--;
      return line() + part;
    }
    return part === ',' ? part + line() : part === ':' ? ': ' : part;
  }).join('');
}

function value(id) {
  return document.getElementById(id)?.value.trim() ?? '';
}
