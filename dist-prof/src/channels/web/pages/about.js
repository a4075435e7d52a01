// What this is, where its words come from, how a hash is checked, what is stored about visitors.
import { html } from '../html.js';
import { words } from '../wording.zh.js';
import { about } from './about.zh.js';
import { renderPage } from './layout.js';
export function renderAbout(site, visit) {
    return renderPage(site, visit, {
        title: about.title,
        description: words.site.description,
        canonicalPath: '/about',
        section: 'about',
        main: html `<h1>${about.title}</h1>
      ${about.sections.map(({ id, title, paragraphs }) => html `<section aria-labelledby="${id}">
            <h2 id="${id}">${title}</h2>
            ${paragraphs.map((text) => html `<p>${text}</p>`)}
            ${id === 'hash' ? html `<pre><code>${about.hashExample(site.deps.config.baseUrl)}</code></pre>` : ''}
          </section>`)}`,
    });
}
