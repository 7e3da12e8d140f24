// The line at the foot of every printed sheet. Paper takes it from the page's own margin boxes, which only a style sheet can fill.
/** Everything but plain letters goes in as a number, so that no name can end the string it stands in. */
const quoted = (words: string): string =>
  [...words]
    .map((letter) => (/[A-Za-z0-9 ]/.test(letter) ? letter : `\\${letter.codePointAt(0)?.toString(16)} `))
    .join('')

export function PrintFoot({ words, nonce }: { words: string; nonce: string | undefined }) {
  const look = 'color: #444; font: 8.5pt "Source Sans 3 Variable", sans-serif; white-space: nowrap;'
  return (
    <style nonce={nonce}>
      {`@page { @bottom-left { content: "${quoted(words)}"; ${look} } @bottom-right { content: counter(page) " / " counter(pages); ${look} } }`}
    </style>
  )
}
