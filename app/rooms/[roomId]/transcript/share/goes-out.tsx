'use client'
// What of a record goes out to a reader and what stays, in two short lists, and which entries are to be read before strangers read them.
import { useTranslations } from 'next-intl'
import { Fragment } from 'react'
import { entryPath } from '#paths'
import type { FileReader } from '#simulation/secrecy/file-reader'
import { ErrorText } from '#ui/controls/error-text'
import styles from './share-sheet.module.css'
import type { Counted } from './use-share-count'

type GoesOutProps = {
  counted: Counted
  roomId: string
  reader: FileReader
  isExcerpt: boolean
}

export function GoesOut({ counted: { count, failed }, roomId, reader, isExcerpt }: GoesOutProps) {
  const t = useTranslations('transcript.share')
  if (failed !== null) return <ErrorText>{failed || t('notCounted')}</ErrorText>
  if (count === null) return <p role="status">{t('counting')}</p>
  const isPublished = reader.kind === 'publication'
  const { caucuses, reflections, calls, hints, others } = count.stays
  const goes = [
    t('goes.entries', { count: count.entries, excerpt: String(isExcerpt) }),
    count.caucuses > 0 ? t('caucuses', { count: count.caucuses }) : null,
    t(isPublished ? (reader.numbered ? 'goes.numbers' : 'goes.offices') : 'goes.names'),
  ]
  const stays = [
    ...(isPublished ? [t('stays.names'), t('stays.dates')] : []),
    caucuses > 0 ? t('caucuses', { count: caucuses }) : null,
    reflections > 0 ? t('stays.reflections', { count: reflections }) : null,
    calls > 0 ? t('stays.calls', { count: calls }) : null,
    hints > 0 ? t('stays.hints', { count: hints }) : null,
    others > 0 ? t('stays.others', { count: others }) : null,
  ].filter((line) => line !== null)
  return (
    <div aria-live="polite">
      <div className={`form ${styles.goes}`}>
        <Lines title={t('goes.title')} lines={goes.filter((line) => line !== null)} />
        <div className={styles.stays}>
          <Lines title={t('stays.title')} lines={stays.length === 0 ? [t('stays.nothing')] : stays} />
        </div>
      </div>
      {count.named.length === 0 ? null : <Named roomId={roomId} named={count.named} />}
    </div>
  )
}

function Lines({ title, lines }: { title: string; lines: readonly string[] }) {
  return (
    <div>
      <h3>{title}</h3>
      <ul>
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </div>
  )
}

const MOST_NAMED = 20

/** Each leads to its entry; of very many the first. */
function Named({ roomId, named }: { roomId: string; named: readonly string[] }) {
  const t = useTranslations('transcript.share.named')
  const shown = named.slice(0, MOST_NAMED)
  return (
    <div className={styles.named}>
      <p>
        <b>{t('title', { count: named.length })}</b>{' '}
        {shown.map((no, place) => (
          <Fragment key={no}>
            {place > 0 ? ', ' : null}
            <a href={entryPath(roomId, no)} target="_blank" rel="noreferrer">
              {no}
            </a>
          </Fragment>
        ))}
        {named.length > MOST_NAMED ? ' …' : null}
      </p>
      <p>{t('text')}</p>
    </div>
  )
}
