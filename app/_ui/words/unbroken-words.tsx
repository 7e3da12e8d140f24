// A heading in which no line breaks after a hyphen: "Well-led" stays on one line.
import { Fragment } from 'react'

export function UnbrokenWords({ children }: { children: string }) {
  return children.split(' ').map((word, place) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: a word's place is its identity
    <Fragment key={place}>
      {place > 0 ? ' ' : null}
      {word.includes('-') ? <span className="whole">{word}</span> : word}
    </Fragment>
  ))
}
