// OpenID Connect as a public client: authorization code with PKCE (RFC 7636). Tokens are in
// sessionStorage: they end with the tab, and no other tab sees them.
import { config } from '../config.js';

const SESSION = 'todo.session';
const SIGNING_IN = 'todo.signing-in';

const here = () => location.origin + location.pathname;
const stored = (key) => JSON.parse(sessionStorage.getItem(key) ?? 'null');

export const accessToken = () => stored(SESSION)?.access_token ?? null;

export const forget = () => sessionStorage.removeItem(SESSION);

/** The signed-in user: { id, name }, or null. */
export function user() {
  const session = stored(SESSION);
  if (!session) return null;
  const claims = claimsOf(session.id_token ?? session.access_token);
  const name = claims.name ?? claims.preferred_username ?? claims['cognito:username'] ?? claims.username
    ?? claims.email ?? claims.sub;
  return { id: claims.sub, name };
}

/** Leaves the page for the issuer's sign-in; the route is kept for the return. */
export async function signIn() {
  const { authorization_endpoint: endpoint } = await discover();
  const verifier = randomText();
  const state = randomText();
  sessionStorage.setItem(SIGNING_IN, JSON.stringify({ state, verifier, hash: location.hash }));
  location.assign(withQuery(endpoint, {
    response_type: 'code',
    client_id: config.clientId,
    redirect_uri: here(),
    scope: config.scope,
    state,
    code_challenge: base64Url(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(verifier))),
    code_challenge_method: 'S256',
  }));
}

/** After the return from the issuer: exchanges the code in the address for tokens. Throws where it cannot. */
export async function finishSignIn() {
  const query = new URLSearchParams(location.search);
  if (!query.has('code') && !query.has('error')) return;

  const asked = stored(SIGNING_IN);
  sessionStorage.removeItem(SIGNING_IN);
  history.replaceState(null, '', location.pathname + (asked?.hash ?? location.hash));

  if (!asked || query.get('state') !== asked.state) {
    throw new Error('That sign-in was not started from this tab. Sign in again.');
  }
  if (query.has('error')) throw new Error(query.get('error_description') ?? query.get('error'));
  sessionStorage.setItem(SESSION, JSON.stringify(await exchange(query.get('code'), asked.verifier)));
}

/** Removes the tokens, then signs out at the issuer, which sends the browser back here. */
export async function signOut() {
  forget();
  const { end_session_endpoint: endpoint } = await discover();
  if (endpoint) location.assign(withQuery(endpoint, { client_id: config.clientId, logout_uri: here() }));
}

async function exchange(code, verifier) {
  const { token_endpoint: endpoint } = await discover();
  const response = await fetch(endpoint, {
    method: 'POST',
    body: new URLSearchParams({
      grant_type: 'authorization_code',
      client_id: config.clientId,
      redirect_uri: here(),
      code,
      code_verifier: verifier,
    }),
  });
  const content = await response.json().catch(() => ({}));
  if (!response.ok || !content.access_token) {
    throw new Error(`The issuer refused the sign-in: ${content.error_description ?? content.error ?? response.status}.`);
  }
  return { access_token: content.access_token, id_token: content.id_token };
}

async function discover() {
  const address = `${new URL(config.issuer, location.origin).href}/.well-known/openid-configuration`;
  const response = await fetch(address).catch(() => null);
  if (!response?.ok) throw new Error('The sign-in service cannot be reached.');
  return response.json();
}

function claimsOf(token) {
  const payload = token.split('.')[1].replaceAll('-', '+').replaceAll('_', '/');
  const bytes = Uint8Array.from(atob(payload), (letter) => letter.charCodeAt(0));
  return JSON.parse(new TextDecoder().decode(bytes));
}

function withQuery(address, values) {
  const url = new URL(address);
  for (const [name, value] of Object.entries(values)) url.searchParams.set(name, value);
  return url.href;
}

const randomText = () => base64Url(crypto.getRandomValues(new Uint8Array(32)));

const base64Url = (bytes) => btoa(String.fromCharCode(...new Uint8Array(bytes)))
  .replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '');
