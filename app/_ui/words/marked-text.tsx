// Text with the found words highlighted. The search is done by the caller.
import { Fragment } from 'react'
import styles from './marked-text.module.css'

export function MarkedText({ parts }: { parts: readonly { text: string; marked: boolean }[] }) {
  return parts.map(({ text, marked }, place) =>
    marked ? (
      // biome-ignore lint/suspicious/noArrayIndexKey: the parts of one text have no other identity
      <mark key={place} className={styles.mark}>
        {text}
      </mark>
    ) : (
      // biome-ignore lint/suspicious/noArrayIndexKey: as above
      <Fragment key={place}>{text}</Fragment>
    ),
  )
}
