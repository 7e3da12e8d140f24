// A heading whose compounds stay whole: "Well-led" is one word, and no line ends after its hyphen.
import { Fragment } from 'react'
import styles from './unbroken-words.module.css'

export function UnbrokenWords({ children }: { children: string }) {
  return children.split(' ').map((word, place) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: a word's place is its identity
    <Fragment key={place}>
      {place > 0 ? ' ' : null}
      {word.includes('-') ? <span className={styles.whole}>{word}</span> : word}
    </Fragment>
  ))
}
