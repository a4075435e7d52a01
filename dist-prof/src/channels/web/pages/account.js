// Signing in with an access token.
import { html } from '../html.js';
import { words } from '../wording.zh.js';
import { renderPage } from './layout.js';
/** `failed` is what went wrong in the last attempt; null at first. */
export function renderSignIn(site, visit, next, failed) {
    return renderPage(site, visit, {
        title: words.account.signIn,
        description: words.account.lead,
        canonicalPath: null,
        section: 'account',
        main: html `<h1>${words.account.signIn}</h1>
      <p class="lead">${words.account.lead}</p>
      ${failed === null ? '' : html `<p class="note warning" role="alert" id="failed">${failed}</p>`}
      <form method="post" action="/sign-in" class="account-form">
        <input type="hidden" name="next" value="${next}" />
        <label for="token">${words.account.token}</label>
        <input
          id="token"
          name="token"
          type="password"
          autocomplete="current-password"
          required
          maxlength="200"
          ${failed === null ? '' : html `aria-describedby="failed"`}
        />
        <button class="primary">${words.account.signIn}</button>
      </form>
      <p class="quiet">${words.account.cookie}</p>`,
    });
}
