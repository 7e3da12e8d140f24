'use client'
// Every wording that a clause has had, each against the one before it: folded until somebody asks.
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { ChangedWords } from '#record/changed-words'
import { useSaidAt } from '#record/use-said-at.ts'
import { versionWords } from '#record/version-words.ts'
import { nearestOf } from '#simulation/reading/authorship'
import type { ClauseText } from '#simulation/shapes/text/slice'
import type { RoomState } from '#simulation/state/room-state'
import styles from './clause-article.module.css'
import { TakenFrom } from './clause-parts'

export function VersionsList({ state, clause }: { state: RoomState; clause: ClauseText }) {
  const t = useTranslations('room.text.versions')
  const record = useTranslations('record')
  const said = useSaidAt(state)
  const { versions } = clause
  // Worked out only for whoever asks: each version is compared with all before it.
  const [open, setOpen] = useState(false)
  return (
    <details className={styles.versions} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{t('title', { count: versions.length })}</summary>
      {open ? (
        <ol>
          {versions.map((version, place) => {
            const before = version.seat === null ? null : nearestOf(version.words, versions.slice(0, place))
            return (
              <li key={version.id}>
                <p className={styles.by}>
                  <b>{versionWords(record, state.plan, version.id)}</b>{' '}
                  {version.at > state.openedAt ? said(version.at, { seconds: false }) : null}{' '}
                  {before ? t('against', { version: versionWords(record, state.plan, before.id) }) : null}{' '}
                  <TakenFrom no={version.cites} />
                </p>
                <p className={styles.change}>
                  {before ? <ChangedWords before={before.words} after={version.words} /> : version.words}
                </p>
              </li>
            )
          })}
        </ol>
      ) : null}
    </details>
  )
}
