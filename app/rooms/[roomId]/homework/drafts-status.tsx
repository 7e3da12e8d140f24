'use client'
// Whether the drafts of this room are saved, in one line; in a conflict between two devices or two tabs, both texts and the choice.
import { useTranslations } from 'next-intl'
import { useId } from 'react'
import { useSaidAt } from '#record/entries/use-said-at.ts'
import { keptKey } from '#room/hooks/use-local-storage.ts'
import type { SeatView } from '#room/link/seat-view.ts'
import { roundOf } from '#simulation/agenda/plan'
import { draftOf } from '#simulation/wire/draft-key'
import { Button } from '#ui/controls/button'
import { Icon } from '#ui/words/icon'
import { isBlank, wordsIn } from './draft-words'
import { useDrafts } from './drafts-provider'
import styles from './drafts-status.module.css'

export function DraftsStatus({ at }: { at: SeatView }) {
  const t = useTranslations('homework-room.drafts')
  const said = useSaidAt(at.state)
  const { view } = useDrafts()
  const standings = [...view].filter(([what]) => !isBlank(hereOf(at, what)))
  const unsaved = standings.filter(([, { kind }]) => kind === 'device').length
  const last = Math.max(0, ...standings.map(([, standing]) => (standing.kind === 'saved' ? standing.at : 0)))
  return (
    <p className={`faint ${styles.line}`} role="status">
      {unsaved > 0
        ? t('device', { count: unsaved })
        : last > 0
          ? t('saved', { time: said(last, { seconds: false }) })
          : null}
    </p>
  )
}

function hereOf(at: SeatView, what: string): string | null {
  try {
    return window.localStorage.getItem(keptKey(at, what))
  } catch {
    return null
  }
}

export function Differing({ at }: { at: SeatView }) {
  const t = useTranslations('homework-room.drafts')
  const said = useSaidAt(at.state)
  const { view, choose } = useDrafts()
  const title = useId()
  const differing = [...view].flatMap(([what, standing]) =>
    standing.kind === 'differs' ? [{ what, other: standing.other }] : [],
  )
  if (differing.length === 0) return null
  return (
    <section className={styles.differing} aria-labelledby={title}>
      <h2 id={title}>
        <Icon name="warning" />{' '}
        {differing.every(({ other }) => other.savedAt === null) ? t('tabs') : t('differs', { count: differing.length })}
      </h2>
      {differing.map(({ what, other }) => (
        <div key={what}>
          <h3>
            <WhatDraft at={at} what={what} />
          </h3>
          <p className={`faint ${styles.label}`}>
            {other.savedAt === null ? t('otherTab') : t('other', { time: said(other.savedAt, { seconds: false }) })}
          </p>
          <p className={styles.words}>{wordsIn(other.text)}</p>
          <p className={`faint ${styles.label}`}>{t(other.savedAt === null ? 'last' : 'here')}</p>
          <p className={styles.words}>{wordsIn(hereOf(at, what))}</p>
          <p className={`acts ${styles.actions}`}>
            <Button kind="primary" size="dense" onClick={() => void choose(what, 'both')}>
              {t('both')}
            </Button>
            <Button size="dense" onClick={() => void choose(what, 'here')}>
              {t(other.savedAt === null ? 'keepLast' : 'keepHere')}
            </Button>
            <Button size="dense" onClick={() => void choose(what, 'other')}>
              {t(other.savedAt === null ? 'keepTab' : 'keepOther')}
            </Button>
          </p>
        </div>
      ))}
    </section>
  )
}

/** What a draft is for, derived from its key. */
function WhatDraft({ at, what }: { at: SeatView; what: string }) {
  const t = useTranslations('homework-room.drafts.what')
  const of = draftOf(what)
  const title = (key: string) => roundOf(at.state.plan, key)?.title ?? ''
  switch (of?.kind) {
    case 'post':
      return t('post', { kind: at.state.plan.phases[of.phase]?.kind ?? 'floor', title: title(of.round) })
    case 'position':
      return t('position', { title: title(of.round) })
    case 'reflection':
      return t('reflection', { number: of.prompt + 1 })
    case 'talk':
      return t('talk')
    case 'version':
      return t('version')
    case 'reason':
    case undefined:
      return t('reason')
    default:
      return of satisfies never
  }
}
