// How the joint text came about: its open brackets over time, and whose words survived in what was agreed.
import { useFormatter, useLocale, useTranslations } from 'next-intl'
import { saidAt } from '#record/entries/said-at.ts'
import { capitalOf } from '#record/names-in-plan.ts'
import { Proof } from '#record/proof'
import { AuthorTable } from '#record/words/authorship'
import { BracketLine } from '#record/words/bracket-line'
import { bracketGrounds, wordsGrounds } from '#simulation/reading/positions/grounds'
import { type BracketsOverTime, bracketsOverTime } from '#simulation/reading/text/brackets-over-time'
import { type SurvivingFinding, survivingWords } from '#simulation/reading/text/surviving-words'
import type { RoomState } from '#simulation/state/room-state'
import { beginning, delegationIn } from '#ui/words/delegations.ts'
import type { DebriefData } from './debrief-data'
import { Part } from './part'
import styles from './text-section.module.css'

export function BracketsSection({ back: { room, state, course } }: { back: DebriefData }) {
  const told = bracketsOverTime(state)
  return told ? <Brackets room={room} state={state} told={told} timeZone={course.timeZone} /> : null
}

type BracketsProps = Pick<DebriefData, 'room' | 'state'> & { told: BracketsOverTime; timeZone: string }

function Brackets({ room, state, told, timeZone }: BracketsProps) {
  const t = useTranslations('debrief.brackets')
  const says = useTranslations('debrief.proof')
  const locale = useLocale()
  const { steps, from, to, start, end, voted } = told
  return (
    <Part
      title={t('title', { start, end, voted: voted ? 'yes' : 'no' })}
      sub={t('sub')}
      proof={
        <Proof
          ways={['start', 'changed', 'end']}
          says={says}
          grounds={bracketGrounds(told)}
          words={({ at, open }) =>
            says('open', { time: saidAt(locale, state.plan, at, { seconds: false, timeZone }), open })
          }
          room={room.id}
        />
      }
    >
      <div className={styles.line}>
        <BracketLine steps={steps} from={from} to={to} />
      </div>
    </Part>
  )
}

export function SurvivingSection({ back: { room, state } }: { back: DebriefData }) {
  const t = useTranslations('debrief.words')
  const says = useTranslations('debrief.proof')
  const title = useSurvivingTitle(state)
  const found = survivingWords(state)
  if (!found) return null
  return (
    <Part
      title={title(found.finding)}
      sub={t('sub')}
      proof={
        <Proof
          ways={['wrote', 'wroteLess', 'wroteNone']}
          says={says}
          grounds={wordsGrounds(state, found)}
          words={({ by, words }) =>
            says('words', { who: by === null ? beginning(t('chair')) : capitalOf(state.plan, by), count: words })
          }
          room={room.id}
        />
      }
    >
      <AuthorTable plan={state.plan} agreed={found.agreed} />
    </Part>
  )
}

function useSurvivingTitle({ plan }: RoomState): (found: SurvivingFinding) => string {
  const t = useTranslations('debrief.words')
  const format = useFormatter()
  return (found) => {
    if (found.kind === 'nobody') return t('nobody', { all: found.all })
    const { most, written, all } = found
    const who = most.at.map((side) => (side === null ? t('chair') : (delegationIn(plan, side)?.capital ?? side)))
    return t(most.stands, { who: beginning(format.list(who)), count: most.value, written, all })
  }
}
