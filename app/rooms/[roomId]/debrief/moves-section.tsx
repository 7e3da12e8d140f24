// Every position that moved, beside the statement of another delegation that it answered most. Whether it caused the move is left
// to the class.
import { useFormatter, useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { useRoundName } from '#record/gap-proofs'
import { capitalOf } from '#record/names-in-plan.ts'
import { Proof } from '#record/proof'
import { asTopic } from '#record/words/inside-sentence.ts'
import { roundOf } from '#simulation/agenda/plan'
import { type Move, mostAnswered, movesKnown } from '#simulation/reading/positions/debrief'
import { moveGrounds } from '#simulation/reading/positions/grounds'
import type { RoomState } from '#simulation/state/room-state'
import { delegationIn } from '#ui/words/delegations.ts'
import { signed } from '#ui/words/signed.ts'
import { type DebriefData, entryHref } from './debrief-data'
import styles from './moves-section.module.css'
import { Part } from './part'

/** The most characters of a quotation; it is cut at the end of a word. */
const QUOTED = 120

export function MovesSection({ back: { room, state } }: { back: DebriefData }) {
  const t = useTranslations('debrief.moves')
  const known = movesKnown(state)
  if (known.kind !== 'compared') return <Part title={t(known.kind)} />
  const { moves: moved, unknown } = known
  return (
    <Part
      long
      title={t('title', { count: moved.length, unknown })}
      sub={moved.length === 0 ? undefined : t('sub')}
      proof={<MovesProof room={room} state={state} />}
    >
      <ul className={styles.moves}>
        {moved.map((move) => (
          <li key={`${move.round}/${move.delegation}`}>
            <MoveWords state={state} move={move} /> <Heard room={room} state={state} move={move} />
          </li>
        ))}
      </ul>
    </Part>
  )
}

/** Every side of every round: who moved, who stayed, and which rounds cannot be compared. */
function MovesProof({ room, state }: Pick<DebriefData, 'room' | 'state'>) {
  const t = useTranslations('debrief.proof')
  const named = useRoundName(state)
  return (
    <Proof
      ways={['moved', 'stayed', 'unknown']}
      says={t}
      grounds={moveGrounds(state)}
      words={({ round, side }) =>
        side
          ? t('move', {
              ...{ round: named(round), capital: capitalOf(state.plan, side.delegation) },
              ...{ from: signed(side.from), to: signed(side.to) },
            })
          : named(round)
      }
      room={room.id}
    />
  )
}

/** "Arnport moved from +2.5 to +1.5 on framing." */
export function MoveWords({ state, move }: { state: RoomState; move: Move }) {
  const t = useTranslations('debrief.moves')
  return t('moved', {
    capital: delegationIn(state.plan, move.delegation)?.capital ?? '',
    from: signed(move.from),
    to: signed(move.to),
    topic: asTopic(roundOf(state.plan, move.round)?.title ?? move.round),
  })
}

function Heard({ room, state, move }: { room: { id: string }; state: RoomState; move: Move }) {
  const t = useTranslations('debrief.moves')
  const format = useFormatter()
  const heard = mostAnswered(state, move)
  if (heard === null) return <span className={styles.heard}>{t('none')}</span>
  const { by, most } = heard
  const [first] = most.at
  const mover = delegationIn(state.plan, move.delegation)?.capital ?? ''
  const link = (no: string, words: ReactNode) => (
    <a key={no} href={entryHref(room, no)}>
      {words}
    </a>
  )
  if (!first || most.stands === 'many') return <span className={styles.heard}>{t('flat')}</span>
  return (
    <span className={styles.heard}>
      {most.stands === 'shared'
        ? t.rich('heardTied', { by, mover, links: () => format.list(most.at.map(({ no }) => link(no, no))) })
        : t.rich('heard', {
            ...{ by, mover, number: first.no, words: first.kind === 'statement' ? cut(first.text) : '' },
            aloud: first.kind === 'turn' ? 'yes' : 'no',
            capital: delegationIn(state.plan, first.delegation ?? undefined)?.capital ?? '',
            link: (words) => link(first.no, words),
          })}
    </span>
  )
}

function cut(text: string): string {
  const line = text.replaceAll(/\s+/g, ' ')
  if (line.length <= QUOTED) return line
  const end = line.lastIndexOf(' ', QUOTED)
  return `${line.slice(0, end > QUOTED / 2 ? end : QUOTED)}\u00a0…`
}
