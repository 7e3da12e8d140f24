'use client'
// The line at the foot of every printed sheet. Paper takes it from the page's own margin boxes, which only a style sheet can fill.
import { usePageNonce } from '#ui/page-nonce'

/** Everything but plain letters goes in as a number, so that no name can end the string it stands in. */
const quoted = (words: string): string =>
  [...words]
    .map((letter) => (/[A-Za-z0-9 ]/.test(letter) ? letter : `\\${letter.codePointAt(0)?.toString(16)} `))
    .join('')

export function PrintFoot({ words }: { words: string }) {
  const look = 'color: #444; font: 8.5pt "Source Sans 3 Variable", sans-serif; white-space: nowrap;'
  return (
    // The browser hides a nonce from the page once it has read it.
    <style nonce={usePageNonce()} suppressHydrationWarning>
      {`@page { @bottom-left { content: "${quoted(words)}"; ${look} } @bottom-right { content: counter(page) " / " counter(pages); ${look} } }`}
    </style>
  )
}
