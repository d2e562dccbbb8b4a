// The todo API, one function a call. Every failure is an ApiError.
import { config } from '../config.js';
import { accessToken } from './auth.js';

const PAGE = 100;
export const BATCH = 100;

/** A failed call of the API. Status 0: no response came. */
export class ApiError extends Error {
  constructor(status, problem = {}) {
    const fields = problem.errors ?? {};
    const named = Object.entries(fields).map(([name, messages]) => `${name}: ${[messages].flat().join(' ')}`);
    super(problem.detail ?? (named.join(' ') || problem.title) ?? (status === 0
      ? 'The server cannot be reached.'
      : `The server responded with ${status}.`));
    this.status = status;
    this.fields = fields;
  }

  get offline() {
    return this.status === 0;
  }

  /** The error of one field, or of the request as a whole. */
  about(field) {
    const messages = [this.fields[field] ?? []].flat();
    return messages.length > 0 ? messages.join(' ') : this.message;
  }
}

/** All todos, page by page. */
export async function listTodos() {
  const todos = [];
  let cursor = null;
  do {
    const query = new URLSearchParams({ limit: PAGE });
    if (cursor) query.set('cursor', cursor);
    const page = await call('GET', `/todos?${query}`);
    todos.push(...page.items);
    cursor = page.next;
  } while (cursor);
  return todos;
}

export const getTodo = (id) => call('GET', one(id));

/** Creates a todo under the caller's own id; sent again, it returns the todo that is there already. */
export const createTodo = (id, title) => call('POST', '/todos', { id, title }).catch((error) => {
  if (error.status === 409) return getTodo(id);
  throw error;
});

export const changeTodo = ({ id, version }, change) => call('PATCH', one(id), { ...change, version });

export const deleteTodo = (id) => call('DELETE', one(id));

/** Changes up to 100 todos; one result each, in the order asked. */
export const changeTodos = (changes) => call('PATCH', '/todos', {
  items: changes.map(({ todo, change }) => ({ id: todo.id, ...change, version: todo.version })),
}).then((content) => content.results);

/**
 * Deletes up to 100 todos; one result each, in the order asked. A load balancer without multi-value headers passes on
 * the last of the ids alone: a todo without a result is then deleted by itself.
 */
export async function deleteTodos(ids) {
  const { results } = await call('DELETE', `/todos?${new URLSearchParams(ids.map((id) => ['ids', id]))}`);
  const found = new Map(results.map((result) => [result.id, result]));
  return Promise.all(ids.map((id) => found.get(id) ?? deleteTodo(id).then(() => ({ status: 204 }), (error) => ({ error }))));
}

const one = (id) => `/todos/${encodeURIComponent(id)}`;

async function call(method, path, body) {
  let response;
  try {
    response = await fetch(config.api + path, {
      method,
      headers: {
        authorization: `Bearer ${accessToken()}`,
        ...(body && { 'content-type': 'application/json' }),
      },
      body: body && JSON.stringify(body),
      cache: 'no-store',
    });
  } catch {
    throw new ApiError(0);
  }
  if (response.status === 204) return null;
  const content = await response.json().catch(() => null);
  // A gateway's own errors may not be JSON; the status is then enough.
  if (!response.ok) throw new ApiError(response.status, content ?? {});
  if (content === null) throw new ApiError(0);
  return content;
}
