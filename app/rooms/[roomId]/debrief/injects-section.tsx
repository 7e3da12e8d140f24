// The injects, with the positions that moved between the reveals before and after each. No cause is claimed.
import { useTranslations } from 'next-intl'
import { Proof } from '#record/proof'
import { type InjectEffect, injectEffects } from '#simulation/reading/positions/debrief'
import { newsGrounds } from '#simulation/reading/positions/grounds'
import type { RoomState } from '#simulation/state/room-state'
import { type DebriefData, entryHref } from './debrief-data'
import { MoveWords } from './moves-section'
import styles from './moves-section.module.css'
import { Part } from './part'

export function InjectsSection({ back: { room, state } }: { back: DebriefData }) {
  const t = useTranslations('debrief.injects')
  const says = useTranslations('debrief.proof')
  const effects = injectEffects(state)
  const compared = effects.filter((each) => each.compared)
  const followed = compared.filter(({ moves }) => moves.length > 0)
  const title =
    effects.length === 0
      ? t('none')
      : compared.length === 0
        ? t('incomparable', { count: effects.length })
        : t('title', { followed: followed.length, of: compared.length, unknown: effects.length - compared.length })
  return (
    <Part
      long
      title={title}
      sub={effects.length === 0 ? undefined : t('sub')}
      proof={
        <Proof
          ways={['followed', 'still', 'unknown']}
          says={says}
          grounds={newsGrounds(state, effects)}
          words={({ headline }) => headline}
          room={room.id}
        />
      }
    >
      <ul className={styles.moves}>
        {effects.map((effect) => (
          <li key={effect.no}>
            <a href={entryHref(room, effect.no)}>{effect.no}</a> {effect.headline}{' '}
            <span className={styles.heard}>
              <After state={state} effect={effect} />
            </span>
          </li>
        ))}
      </ul>
    </Part>
  )
}

function After({ state, effect: { compared, moves, chosen } }: { state: RoomState; effect: InjectEffect }) {
  const t = useTranslations('debrief.injects')
  return (
    <>
      {moves.map((move) => (
        <span key={`${move.round}/${move.delegation}`}>
          <MoveWords state={state} move={move} />{' '}
        </span>
      ))}
      {moves.length > 0 ? null : t(compared ? 'nobody' : 'notCompared')}
      {chosen > 0 ? ` ${t('chosen', { count: chosen })}` : null}
    </>
  )
}
