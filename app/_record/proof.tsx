// The proof of a title: all that it counts, by how each bears on it, with links to the entries. On a screen it is closed until somebody asks
// for it; on paper it stands beneath the title in small type.
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { byWay, type Ground } from '#simulation/reading/proofs'
import styles from './proof.module.css'

type ProofProps<Way extends string, One extends Ground<Way>> = {
  /** What each way is called, in the order in which they are listed. */
  ways: Readonly<Record<Way, string>>
  grounds: readonly One[]
  /** What is counted, in words; without them its entries stand alone. */
  words?: (ground: One) => ReactNode
  /** Where an entry is read; without it, as on a projector, its number is named, and so where it answers null. */
  href?: ((no: string, ground: One) => string | null) | undefined
}

/** Nothing where a title counts nothing, or nothing of what it counts is known. */
export function Proof<Way extends string, One extends Ground<Way>>(props: ProofProps<Way, One>) {
  const t = useTranslations('record.proof')
  const { ways, grounds, words, href } = props
  const listed = byWay(ways, grounds)
  if (grounds.every(({ way }) => way === 'unknown')) return null
  return (
    <details className={styles.proof}>
      <summary>{t('show')}</summary>
      <table>
        <tbody>
          {listed.map(({ label, of }) => (
            <tr key={label}>
              <th scope="row">{t('counted', { label, count: of.length })}</th>
              <td>
                <ul>
                  {of.map((ground) => (
                    <li key={ground.key}>
                      {words?.(ground)}{' '}
                      {ground.entries.map((no) => {
                        const at = href?.(no, ground)
                        return at ? (
                          <a key={no} href={at}>
                            {no}
                          </a>
                        ) : (
                          <span key={no}>{t('entry', { no })}</span>
                        )
                      })}
                    </li>
                  ))}
                </ul>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  )
}
