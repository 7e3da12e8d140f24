'use client'
// The threads of one entry: beside it on a wide screen, else beneath it.
import { useTranslations } from 'next-intl'
import { useMemo } from 'react'
import type { ShownThread } from '#simulation/reading/record/annotations'
import { Button } from '#ui/controls/button'
import styles from './annotations.module.css'
import { useAnnotations } from './annotations-here'
import { useSpanMarks } from './span-marks'
import { ThreadComment } from './thread-comment'

export function EntryThreads({ no }: { no: string }) {
  const here = useAnnotations()
  const threads = useMemo(() => here?.threads.filter(({ entry }) => entry === no) ?? [], [here?.threads, no])
  return threads.length === 0 ? null : <Threads no={no} threads={threads} />
}

function Threads({ no, threads }: { no: string; threads: readonly ShownThread[] }) {
  const t = useTranslations('annotations')
  useSpanMarks(
    no,
    useMemo(() => threads.flatMap(({ span }) => span ?? []), [threads]),
  )
  return (
    <section role="doc-endnotes" aria-label={t('beside', { no })} className={styles.threads}>
      <ol>
        {threads.map((thread) => (
          <li key={thread.id}>
            <Thread thread={thread} />
          </li>
        ))}
      </ol>
    </section>
  )
}

function Thread({ thread }: { thread: ShownThread }) {
  const t = useTranslations('annotations')
  const here = useAnnotations()
  if (!here) return null
  const { id, entry, span, isSpanGone, tags, exemplar, comments } = thread
  const whom = t(here.isStaff ? `staffFor.${thread.for}` : `for.${thread.for}`)
  return (
    <div data-thread={id} data-for={thread.for} tabIndex={-1} className={`stack ${styles.thread}`}>
      <p className="hint">
        {exemplar ? <b>{t('exemplar')} · </b> : null}
        {whom}
        {tags.map((tag) => (
          <span key={tag} className={styles.tag}>
            <bdi>{tag}</bdi>
          </span>
        ))}
      </p>
      {span ? (
        <blockquote className={styles.quote}>
          <bdi>{span.quote}</bdi>
        </blockquote>
      ) : null}
      {isSpanGone ? <p className="hint">{t('spanGone')}</p> : null}
      <ol>
        {comments.map((comment) => (
          <li key={comment.id}>
            <ThreadComment comment={comment} thread={thread} {...here} />
          </li>
        ))}
      </ol>
      {thread.mayAnswer ? (
        <Button
          kind="quiet"
          size="dense"
          aria-haspopup="dialog"
          aria-label={t('answerTo', { no: entry })}
          onClick={() => here.answer(thread)}
        >
          {t('answer')}
        </Button>
      ) : null}
    </div>
  )
}
