// The agenda on the stage, where the chair asked for it: what is over, what runs, what is to come.
import { useTranslations } from 'next-intl'
import { phaseName } from '#record/entries/phase-name.ts'
import { blocksOf, whenOf, whenOfBlock } from '#simulation/reading/room/agenda-blocks'
import { VisuallyHidden } from '#ui/page/visually-hidden'
import styles from './chosen-scenes.module.css'
import type { StageContext } from './stage-context'

export function AgendaScene({ on: { state } }: { on: StageContext }) {
  const t = useTranslations('stage.agenda')
  const record = useTranslations('record')
  return (
    <div className={styles.agenda}>
      <h1>{t('title')}</h1>
      <ol>
        {blocksOf(state.plan).map((block) => {
          const when = whenOfBlock(state, block)
          const [first] = block.phases
          const runs = block.phases.find(({ index }) => whenOf(state, index) === 'now')
          const title = block.round
            ? t('round', { number: block.round.number, title: block.round.plan.title })
            : phaseName(record, state.plan, first.phase.kind)
          return (
            <li key={first.index} data-when={when} aria-current={when === 'now' ? 'step' : undefined}>
              <span>{title}</span>
              {block.round && runs ? <span>{phaseName(record, state.plan, runs.phase.kind)}</span> : null}
              {when === 'done' ? <VisuallyHidden>{t('done')}</VisuallyHidden> : null}
            </li>
          )
        })}
      </ol>
    </div>
  )
}
