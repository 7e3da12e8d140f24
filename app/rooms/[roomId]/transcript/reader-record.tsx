// A record as one reader of its files gets it, as a page: the head of a file, the entries, and what they cite. For paper and for links.
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { PrintFoot } from '#record/print-foot'
import { gistsOf } from '#record/words/gists.ts'
import type { Drawn } from '#simulation/reading/positions/drawing'
import { PageHead } from '#ui/page/page-head'
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
      <main id="main" className={`page ${styles.page}`}>
        <PageHead
          above={
            <>
              {above ? <span className={styles.line}>{above}</span> : null}
              {head.forWhom}
            </>
          }
          title={of.title}
          lead={head.lines.map((line) => (
            <span key={line} className={styles.line}>
              {line}
            </span>
          ))}
        />
        <PlainRecord
          sections={page.sections}
          beside={page.beside}
          rest={isLong(page) ? rest : null}
          about={{ plan, displayNames: names, gists: gistsOf(paragraphs), own: null, timeZone, still: true }}
          roomName={of.roomName}
          cite={cite ? { ...cite, room: of.roomName, day: head.day, fingerprint: head.fingerprint } : null}
        />
        <TranscriptSources plan={plan} />
        <p className="hint">{t('markdown.foot')}</p>
      </main>
    </div>
  )
}
