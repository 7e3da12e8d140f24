// The reflections written out of role. The chair is sent everyone's, a participant only their own.

import { useLocale, useTranslations } from 'next-intl'
import { roomPath } from '#paths'
import { saidAt } from '#record/entries/said-at.ts'
import { GappedWords } from '#record/words/gapped-words'
import { peopleWhoReflected, reflectionsTo } from '#simulation/reading/positions/reflections'
import { opensNow } from '#simulation/state/room-state'
import { LinkButton } from '#ui/controls/button'
import { LockLine } from '#ui/words/seal'
import type { DebriefData } from './debrief-data'
import { Part } from './part'
import styles from './reflections-section.module.css'

export function ReflectionsSection({ back }: { back: DebriefData }) {
  const t = useTranslations('debrief.reflections')
  const { state, viewer, room } = back
  const chairs = viewer.kind === 'chair'
  const writes = viewer.kind === 'person' && state.closedAt === null && opensNow(state, 'reflections')
  const people = peopleWhoReflected(state)
  return (
    <div className="unprinted">
      <Part long title={chairs ? t('titleAll', { count: people }) : t(people > 0 ? 'titleOwn' : 'titleNone')}>
        <div className={styles.lock}>
          <LockLine>{t(chairs ? 'privateAll' : 'privateOwn')}</LockLine>
        </div>
        {writes ? (
          <p className={`unprinted ${styles.write}`}>
            <LinkButton href={roomPath(room.id, 'reflection')}>{t('write')}</LinkButton>
          </p>
        ) : null}
        {chairs && people > 0 ? (
          <details className={styles.folded}>
            <summary>{t('open')}</summary>
            <Answers back={back} chairs />
          </details>
        ) : (
          <Answers back={back} chairs={false} />
        )}
      </Part>
    </div>
  )
}

function Answers({ back, chairs }: { back: DebriefData; chairs: boolean }) {
  const locale = useLocale()
  const t = useTranslations('debrief.reflections')
  const { state } = back
  return state.plan.reflectionPrompts.map((prompt, place) => {
    const written = reflectionsTo(state, place)
    return written.length === 0 ? null : (
      <div key={prompt} className={styles.prompt}>
        <h3>{prompt}</h3>
        {written.map((each) => (
          <blockquote key={each.person} className={styles.answer}>
            <p>
              <GappedWords text={each.text} plan={state.plan} />
            </p>
            <footer className="faint">
              {[
                ...(chairs ? [back.displayNames[each.person] ?? t('erased')] : []),
                saidAt(locale, state.plan, each.at, { seconds: false, timeZone: back.course.timeZone }),
              ].join(' · ')}
            </footer>
          </blockquote>
        ))}
      </div>
    )
  })
}
