// A record as one reader of its files gets it, as a page: the head of a file, the entries, and what they cite. For paper and for links.
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { gistsOf } from '#record/gists.ts'
import { PrintFoot } from '#record/print-foot'
import type { Drawn } from '#simulation/reading/drawing'
import { PlainRecord } from './plain-record'
import { isLong } from './record-page'
import { TranscriptSources } from './transcript-sources'
import styles from './transcript-view.module.css'

type ReaderRecordProps = {
  /** As drawn for that reader, as a page. */
  drawn: Drawn
  of: { title: string; roomName: string; timeZone: string }
  paragraphs: Parameters<typeof gistsOf>[0]
  /** The address of all entries, for a long record. */
  rest: string
  above?: ReactNode
  /** By a link: how an entry of it is cited. */
  cite?: { token: string; course: string }
}

export function ReaderRecord({ drawn, of, paragraphs, rest, above, cite }: ReaderRecordProps) {
  const t = useTranslations('transcript')
  const { page, head, names, plan } = drawn
  if (!page || !head || !plan) throw new Error('The thread drew no page.')
  const { timeZone } = of
  return (
    <div data-paper="whole">
      <PrintFoot words={head.foot} />
      <main id="main" className={styles.page}>
        <header className={`ends ${styles.head}`}>
          <div>
            {above ? <p className={`hint ${styles.where}`}>{above}</p> : null}
            <p className={`hint ${styles.where}`}>{head.forWhom}</p>
            <h1>{of.title}</h1>
            {head.lines.map((line) => (
              <p key={line} className={`hint ${styles.where}`}>
                {line}
              </p>
            ))}
          </div>
        </header>
        <PlainRecord
          sections={page.sections}
          beside={page.beside}
          rest={isLong(page) ? rest : null}
          about={{ plan, displayNames: names, gists: gistsOf(paragraphs), own: null, timeZone, still: true }}
          roomName={of.roomName}
          cite={cite ? { ...cite, room: of.roomName, day: head.day, fingerprint: head.fingerprint } : null}
        />
        <TranscriptSources plan={plan} />
        <p className={`hint ${styles.where}`}>{t('markdown.foot')}</p>
      </main>
    </div>
  )
}
