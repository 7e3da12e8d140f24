// A text of a pack with its citations as links to where they stand in full: a paragraph among the gists, a fact among the facts. Links and
// not buttons, so that a pack is light, works without a script and reads the same on paper.
import { useTranslations } from 'next-intl'
import { anchorsBeside, isBeyond, pieces } from '#record/words/cited-pieces.ts'
import { factMark, factName, factOfMark } from '#simulation/scenario/fact-mark'
import styles from './pack.module.css'

type PackTextProps = { text: string; anchors?: readonly string[] | undefined; facts?: readonly string[] | undefined }

export function PackText({ text, anchors = [], facts = [] }: PackTextProps) {
  return (
    <>
      {pieces(text).map((piece, place) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the pieces of one sentence keep their order
        <span key={place}>
          {piece.kind === 'words' ? (
            piece.text
          ) : (
            <>
              <Citation mark={piece.mark} />
              {piece.closing}
            </>
          )}
        </span>
      ))}
      <Citations marks={anchorsBeside(text, [...anchors, ...facts.map(factMark)])} />
    </>
  )
}

/** The same as a paragraph, unless its author left it out. */
export function PackLine({ className, ...said }: PackTextProps & { className?: string | undefined }) {
  return said.text === '' ? null : (
    <p className={className}>
      <PackText {...said} />
    </p>
  )
}

export function Citations({ marks }: { marks: readonly string[] }) {
  return marks.map((mark) => (
    <span key={mark}>
      {' '}
      <Citation mark={mark} />
    </span>
  ))
}

function Citation({ mark }: { mark: string }) {
  const t = useTranslations('pack')
  if (isBeyond(mark)) return <span className={styles.cited}>({mark})</span>
  const fact = factOfMark(mark)
  return (
    <a className={styles.cited} href={fact === null ? `#${mark}` : `#fact-${fact}`}>
      {fact === null ? t('paragraph', { id: mark }) : t('fact', { name: factName(fact) })}
    </a>
  )
}
