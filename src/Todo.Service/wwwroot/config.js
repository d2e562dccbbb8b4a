// Where the page signs in and which API it calls. A deployment replaces this file.
// These defaults fit the local cloud, which serves page, API and issuer from one origin.
export const config = {
  issuer: '/_local',
  clientId: 'local',
  api: '',
  scope: 'openid',
};
