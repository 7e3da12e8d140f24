// What one wording changes of another, word by word: what goes is struck through, what comes is underlined.
import { useTranslations } from 'next-intl'
import { differences } from '#simulation/reading/log/differences'
import { VisuallyHidden } from '#ui/page/visually-hidden'
import styles from './changed-words.module.css'
import { dashed } from './off-words'

/** `brief`: what would stand, with only some letters of what stayed beside each change. */
export function ChangedWords({ before, after, brief = false }: { before: string; after: string; brief?: boolean }) {
  const t = useTranslations('record.changed')
  const pieces = differences(before, after).filter(({ kind }) => !brief || kind !== 'gone')
  return (
    <span className={styles.words}>
      {pieces.map(({ kind, text }, place) => {
        const key = `${place}/${kind}`
        const isLast = place === pieces.length - 1
        if (kind === 'same')
          return <span key={key}>{dashed(brief ? besideChange(text, place === 0, isLast) : text)}</span>
        const Mark = kind === 'gone' ? 'del' : 'ins'
        return (
          <Mark key={key}>
            <VisuallyHidden>{t(kind)} </VisuallyHidden>
            {dashed(text)}
          </Mark>
        )
      })}
    </span>
  )
}

const BESIDE = 24

/** The letters of what stayed that stand next to a change, with a sign for those left out. */
function besideChange(text: string, isFirst: boolean, isLast: boolean): string {
  if ((isFirst && isLast) || text.length <= 2 * BESIDE) return text
  // A word that would be cut is left out; what is written without spaces is cut between two letters.
  const head = isFirst ? '' : text.slice(0, BESIDE).replace(/\s\S*$/, ' ')
  const tail = isLast ? '' : text.slice(-BESIDE).replace(/^\S*\s/, ' ')
  return `${head}…${tail}`
}
