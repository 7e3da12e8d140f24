// The proof of a title: all that it counts, by how each bears on it, with links to the entries. On a screen it is closed until somebody asks
// for it; on paper it stands beneath the title in small type.
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { entryPath } from '#paths'
import type { Ground } from '#simulation/reading/record/proofs'
import { VisuallyHidden } from '#ui/page/visually-hidden'
import styles from './proof.module.css'

type ProofProps<Way extends string, One extends Ground<Way>> = {
  /** In the order in which they are listed. */
  ways: readonly Way[]
  /** What each way is called. */
  says: (way: Way) => string
  grounds: readonly One[]
  /** What is counted, in words; without them its entries stand alone. */
  words?: (ground: One) => ReactNode
  /** In whose record an entry is read: of one room, or as the ground says. Without it, as on a projector, its number is named. */
  room?: string | ((ground: One) => string | null) | undefined
}

/** Nothing where a title counts nothing, or nothing of what it counts is known. */
export function Proof<Way extends string, One extends Ground<Way>>(props: ProofProps<Way, One>) {
  const t = useTranslations('record.proof')
  const { ways, says, grounds, words, room } = props
  const listed = ways.flatMap((way) => {
    const of = grounds.filter((one) => one.way === way)
    return of.length === 0 ? [] : [{ way, of }]
  })
  if (grounds.every(({ way }) => way === 'unknown')) return null
  return (
    <details className={styles.proof}>
      <summary>
        {t('show')}
        {/* A page has many proofs: who hears them by their names alone tells them apart by what they count. */}
        <VisuallyHidden>
          {' '}
          {listed.map(({ way, of }) => t('counted', { label: says(way), count: of.length })).join(', ')}
        </VisuallyHidden>
      </summary>
      <table>
        <tbody>
          {listed.map(({ way, of }) => (
            <tr key={way}>
              <th scope="row">{t('counted', { label: says(way), count: of.length })}</th>
              <td>
                <ul className="acts">
                  {of.map((ground) => {
                    const at = typeof room === 'function' ? room(ground) : room
                    return (
                      <li key={ground.key}>
                        {words?.(ground)}{' '}
                        {ground.entries.map((no) =>
                          at ? (
                            <a key={no} href={entryPath(at, no)}>
                              {no}
                            </a>
                          ) : (
                            <span key={no}>{t('entry', { no })}</span>
                          ),
                        )}
                      </li>
                    )
                  })}
                </ul>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  )
}
