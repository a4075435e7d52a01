// The frame of every page: head with preview data, header, main, footer.
import { html, raw } from '../html.js';
import { words } from '../wording.zh.js';
const NAVIGATION = [
    ['ask', '/'],
    ['lists', '/d'],
    ['matters', '/m'],
    ['api', '/api'],
    ['about', '/about'],
];
function renderHead(site, page) {
    const { baseUrl } = site.deps.config;
    const title = page.canonicalPath === '/' ? words.site.title : `${page.title} · ${words.site.name}`;
    const preview = page.canonicalPath === null
        ? html `<meta name="robots" content="noindex" />`
        : html `<link rel="canonical" href="${baseUrl}${page.canonicalPath}" />
          <meta property="og:type" content="article" />
          <meta property="og:site_name" content="${words.site.name}" />
          <meta property="og:locale" content="zh_CN" />
          <meta property="og:title" content="${page.title}" />
          <meta property="og:description" content="${page.description}" />
          <meta property="og:url" content="${baseUrl}${page.canonicalPath}" />
          <meta property="og:image" content="${baseUrl}${site.assets.share.path}" />
          <meta property="og:image:width" content="400" />
          <meta property="og:image:height" content="400" />
          <meta name="twitter:card" content="summary" />`;
    return html `<meta name="viewport" content="width=device-width, initial-scale=1" />
    <title>${title}</title>
    <meta name="description" content="${page.description}" />
    <meta name="color-scheme" content="light dark" />
    <meta name="format-detection" content="telephone=no" />
    ${preview}
    <link rel="icon" href="${site.assets.icon.path}" type="image/svg+xml" />
    <script src="${site.assets.script.path}" defer></script>`;
}
function renderAccount(visit, signInOffered) {
    if (visit.role === 'anonymous')
        return signInOffered ? html `<a href="/sign-in">${words.account.signIn}</a>` : html ``;
    const keeper = visit.role === 'keeper' ? html `<a href="/keeper">${words.keeper.title}</a>` : html ``;
    return html `${keeper}
    <form method="post" action="/sign-out" class="inline">
      <button class="link">${words.account.signOut}</button>
    </form>`;
}
/** The whole document. */
export function renderPage(site, visit, page) {
    const { readerTokenHashes, keeperTokenHashes } = site.deps.config;
    const signInOffered = readerTokenHashes.length + keeperTokenHashes.length > 0;
    return html `${raw(site.assets.pageHead)}
        ${renderHead(site, page)}
      </head>
      <body>
        <a class="skip" href="#main">${words.site.skip}</a>
        <header class="top">
          <div class="wrap">
            <a class="brand" href="/"
              ><span aria-hidden="true" class="seal">${words.site.seal}</span>${words.site.name}</a
            >
            <nav aria-label="${words.site.navigation}">
              ${NAVIGATION.map(([key, path]) => html `<a href="${path}" ${key === page.section ? raw(' aria-current="page"') : ''}
                    >${words.navigation[key]}</a
                  >`)}
            </nav>
          </div>
        </header>
        <main id="main" class="wrap" tabindex="-1">${page.main}</main>
        <footer class="bottom">
          <div class="wrap">
            <p>${words.site.footer}</p>
            <div class="account">${renderAccount(visit, signInOffered)}</div>
          </div>
        </footer>
      </body>
    </html>`;
}
/** 清单 › 阿拉甫乡 › 配合履职事项; the last step is the page itself. */
export function renderTrail(steps) {
    return html `<nav class="trail" aria-label="${words.site.trail}">
    <ol>
      ${steps.map(([label, path]) => path === null
        ? html `<li><span aria-current="page">${label}</span></li>`
        : html `<li><a href="${path}">${label}</a></li>`)}
    </ol>
  </nav>`;
}
/** Links to the page before and after; nothing where all is on one page. */
export function renderPager(page, pages, toPath) {
    if (pages <= 1)
        return html ``;
    return html `<nav class="pager" aria-label="${words.pager.label}">
    ${page > 1 ? html `<a rel="prev" href="${toPath(page - 1)}">${words.pager.previous}</a>` : html `<span></span>`}
    <span>${words.pager.position(page, pages)}</span>
    ${page < pages ? html `<a rel="next" href="${toPath(page + 1)}">${words.pager.next}</a>` : html `<span></span>`}
  </nav>`;
}
