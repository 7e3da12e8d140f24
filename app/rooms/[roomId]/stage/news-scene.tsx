'use client'
// An inject, marked as fiction, or a note to the room that the chair has just sent. The floor stays visible beneath it.
import { useTranslations } from 'next-intl'
import { dashed } from '#record/words/off-words.ts'
import { opensNow } from '#simulation/state/room-state'
import { Fit } from './fit'
import { FloorTable } from './floor-table'
import styles from './news-scene.module.css'
import type { StageContext } from './stage-context'
import type { Announcement } from './stage-scene'

export function NewsScene({ on, announcement }: { on: StageContext; announcement: Announcement }) {
  const t = useTranslations('stage.news')
  const news = announcement.kind === 'news'
  return (
    <div className={styles.scene}>
      <section className={`pane ${styles.news}`} key={announcement.key} role="status">
        <p className={styles.label}>
          {announcement.kind === 'note'
            ? t('note')
            : announcement.form === ''
              ? t('plain', { by: announcement.by })
              : t('fiction', { form: announcement.form, by: announcement.by })}
        </p>
        <Fit largest={4.4} className={styles.words}>
          {news ? (
            <>
              <h1>{dashed(announcement.headline)}</h1>
              <p className={styles.text}>{dashed(announcement.text)}</p>
            </>
          ) : (
            <h1>{dashed(announcement.text)}</h1>
          )}
        </Fit>
      </section>
      {opensNow(on.state, 'floor') ? <FloorTable on={on} /> : null}
    </div>
  )
}
