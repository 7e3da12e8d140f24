/** What somebody reads who opens a page while the database is away: that it is, and that nothing saved is lost. No page could be drawn then. */
import type { IncomingMessage, ServerResponse } from 'node:http'
import words from '../../app/_messages/en/common.json'

const { title, text, retry } = words.databaseAway
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
<title>${title}</title>
<style nonce="${nonce}">
:root { color-scheme: light dark; font: 1.125rem/1.5 system-ui, sans-serif; }
main { max-width: 40rem; margin: 0 auto; padding: 3rem 1.25rem; }
a { display: inline-block; padding: 0.75rem 0; }
</style>
</head>
<body>
<main id="main">
<h1>${title}</h1>
<p>${text}</p>
<p><a href="">${retry}</a></p>
</main>
</body>
</html>
`
