/** What somebody reads who opens a page while the database is away: that it is, and that nothing saved is lost. No page could be drawn then. */
import type { IncomingMessage, ServerResponse } from 'node:http'

/** As with every sentence that comes before any page: these words stand here, because pages cannot be asked for theirs. */
const TITLE = 'The database is away'
export const DATABASE_AWAY =
  'The server runs, but its database does not answer, so no page can be opened now. What was saved is safe, and words that were sent wait on the device that sent them. Try again in a minute; if it lasts, tell whoever runs this machine.'
/** Above that, what a browser asks for beside pages: scripts, styles and fonts need no database. */
const NEXT_FILES = '/_next/'

/** Answers requests for pages with 503 while `awaySince` says that the database is away, and returns true for those. */
export const answerWhileAway =
  (awaySince: () => number | null) =>
  (request: IncomingMessage, response: ServerResponse): boolean => {
    const { method, url = '', headers } = request
    if (awaySince() === null || (method !== 'GET' && method !== 'HEAD') || url.startsWith(NEXT_FILES)) return false
    const isPage = headers.accept?.includes('text/html') || headers.rsc !== undefined
    if (!isPage) return false
    response.writeHead(503, {
      'content-type': 'text/html; charset=utf-8',
      'cache-control': 'no-store',
      'retry-after': '5',
    })
    response.end(pageWith(String(headers['x-nonce'] ?? '')))
    return true
  }

/** Plain and small: the site's own styles may not be there. An empty address is that of the page itself. */
const pageWith = (nonce: string): string => `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${TITLE}</title>
<style nonce="${nonce}">
:root { color-scheme: light dark; font: 1.125rem/1.5 system-ui, sans-serif; }
main { max-width: 40rem; margin: 0 auto; padding: 3rem 1.25rem; }
a { display: inline-block; padding: 0.75rem 0; }
</style>
</head>
<body>
<main id="main">
<h1>${TITLE}</h1>
<p>${DATABASE_AWAY}</p>
<p><a href="">Try again</a></p>
</main>
</body>
</html>
`
