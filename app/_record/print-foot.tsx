'use client'
// The footer of every printed page. It is a CSS margin box, which only a style sheet can fill.
import { usePageNonce } from '#ui/page/page-nonce'

/** Escapes everything but plain letters as code points, so that no name can end the CSS string and inject rules. */
const quoted = (words: string): string =>
  [...words]
    .map((letter) => (/[A-Za-z0-9 ]/.test(letter) ? letter : `\\${letter.codePointAt(0)?.toString(16)} `))
    .join('')

export function PrintFoot({ words }: { words: string }) {
  const look = 'color: #444; font: 8.5pt "Source Sans 3 Variable", sans-serif; white-space: nowrap;'
  return (
    // The browser hides the nonce attribute once it has read it, so hydration would report a difference.
    <style nonce={usePageNonce()} suppressHydrationWarning>
      {`@page { @bottom-left { content: "${quoted(words)}"; ${look} } @bottom-right { content: counter(page) " / " counter(pages); ${look} } }`}
    </style>
  )
}
