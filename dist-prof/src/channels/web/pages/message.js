// Pages that only say why there is nothing else to see.
import { html } from '../html.js';
import { words } from '../wording.zh.js';
import { renderPage } from './layout.js';
/** The same page whether a thing does not exist or is not for this reader. */
export function renderMessage(site, visit, kind) {
    const { title, text } = words.messages[kind];
    const { readerTokenHashes, keeperTokenHashes } = site.deps.config;
    // the same for everything that is not there: whether it is hidden makes no difference
    const mayHelp = kind === 'notFound' &&
        visit.role === 'anonymous' &&
        readerTokenHashes.length + keeperTokenHashes.length > 0;
    return renderPage(site, visit, {
        title,
        description: text,
        canonicalPath: null,
        section: null,
        main: html `<h1>${title}</h1>
      <p class="lead">${text}${mayHelp ? words.account.mayHelp : ''}</p>
      <p><a class="button" href="/">${words.site.home}</a></p>`,
    });
}
