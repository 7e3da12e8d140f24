'use client'
// A text of the scenario with its citations as buttons, and after it the citations that it does not carry itself.
import { beginning } from '#ui/words/delegations.ts'
import { type Citable, Cited } from './cited'
import { anchorsBeside, isBeyond, pieces } from './cited-pieces'
import styles from './cited-text.module.css'

type CitedTextProps = {
  text: string
  /** Citations to set behind the text, where it does not carry them itself. */
  anchors?: readonly string[]
  from: Citable
}

export function CitedText({ text, anchors = [], from }: CitedTextProps) {
  const beyond = (words: string) => <span className={styles.beyond}>{words}</span>
  return (
    <>
      {pieces(text).map((piece, place) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the pieces of one sentence keep their order
        <span key={place} className={piece.kind === 'words' ? undefined : styles.bound}>
          {piece.kind === 'words' ? (
            piece.text
          ) : (
            <>
              {piece.kind === 'beyond' ? beyond(`(${piece.mark})`) : <Cited anchor={piece.mark} from={from} />}
              {piece.closing}
            </>
          )}
        </span>
      ))}
      {anchorsBeside(text, anchors).map((anchor) => (
        <span key={anchor}>
          {' '}
          {isBeyond(anchor) ? beyond(`${beginning(anchor)}.`) : <Cited anchor={anchor} from={from} />}
        </span>
      ))}
    </>
  )
}
