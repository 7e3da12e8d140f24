// What a student did in an activity, phase by phase: papers with whose words they are, entries with what they answer. The counts above it
// set no level.
import { useFormatter, useLocale, useTranslations } from 'next-intl'
import { shortDayAndTime } from '#format/days'
import { phaseName } from '#record/entries/phase-name.ts'
import type { RecordContext } from '#record/entries/record-context.ts'
import { speakerName } from '#record/entries/speaker-name.ts'
import { EntryWords } from '#record/entry-words'
import { GappedWords } from '#record/words/gapped-words'
import { RevisedWords } from '#record/words/revised-words'
import { tensionTitle } from '#simulation/agenda/plan'
import type { Paper, WorkPiece as Piece, StudentWork as Work } from '#simulation/reading/text/student-work'
import { signed } from '#ui/words/signed.ts'
import { lengthWords } from '../length-words'
import { WorkPiece } from './evidence-list'
import styles from './grading.module.css'

type About = Pick<RecordContext, 'plan' | 'displayNames' | 'timeZone'>
type WorkProps = Pick<RecordContext, 'plan' | 'displayNames'> & { timeZone: string | undefined; work: Work }

export function StudentWork({ plan, displayNames, timeZone, work }: WorkProps) {
  const t = useTranslations('grading')
  const record = useTranslations('record')
  const about: About = { plan, displayNames, ...(timeZone === undefined ? {} : { timeZone }) }
  const { late, asked, done, words, phases } = work
  return (
    <>
      <p className={styles.counts}>
        {done === 0 ? null : (
          <>
            <b>{t('late', { count: late })}</b> ·{' '}
          </>
        )}
        {t('asked', { asked, done, words })} {t('countsHelp')}
      </p>
      {phases.map(({ phase, progress, pieces }) => (
        <section key={phase} className={styles.phase}>
          <div className={`ends ${styles.phaseHead}`}>
            <h2>{phaseName(record, plan, plan.phases[phase]?.kind ?? 'briefing')}</h2>
            <PhaseFacts progress={progress} timeZone={timeZone} />
          </div>
          {pieces.length === 0 ? <p className={styles.hint}>{t('nothing')}</p> : null}
          <ul>
            {pieces.map((piece) => (
              <WorkPiece key={keyOf(piece)} no={piece.no}>
                <PieceWords piece={piece} about={about} />
              </WorkPiece>
            ))}
          </ul>
        </section>
      ))}
    </>
  )
}

const keyOf = (piece: Piece): string =>
  piece.kind === 'paper' ? `${piece.round}/${piece.stage}` : (piece.no ?? piece.kind)

function PieceWords({ piece, about }: { piece: Piece; about: About }) {
  const t = useTranslations('grading')
  const record = useTranslations('record')
  const format = useFormatter()
  switch (piece.kind) {
    case 'paper':
      return <PaperWords paper={piece} about={about} />
    case 'entry':
      return <Entry piece={piece} about={about} />
    case 'advice': {
      const votes = piece.votes.map(({ heading, vote }) => `${heading}: ${record(`votes.${vote}`)}`)
      return t('advised', { votes: format.list(votes, { type: 'unit' }) })
    }
    default:
      return piece satisfies never
  }
}

function PhaseFacts({
  progress,
  timeZone,
}: {
  progress: Work['phases'][number]['progress']
  timeZone: string | undefined
}) {
  const t = useTranslations('grading')
  const board = useTranslations('board')
  const locale = useLocale()
  const { asked, done, dueAt, lateBy, addedAfter, extendedTo, status } = progress
  const facts = [
    status === 'before' ? board('status.before') : asked > 0 ? t('doneOf', { done, asked }) : null,
    dueAt === null ? null : t('due', { when: shortDayAndTime(locale, dueAt, timeZone) }),
    lateBy === null ? null : t('lateBy', { length: lengthWords(board, lateBy) }),
    addedAfter === null || asked === 0 ? null : t('addedAfter', { length: lengthWords(board, addedAfter) }),
    extendedTo === null ? null : t('extended'),
  ].filter((words) => words !== null)
  return <span className={styles.hint}>{facts.join(' · ')}</span>
}

function PaperWords({ paper, about: { plan } }: { paper: Paper; about: About }) {
  const t = useTranslations('grading')
  const format = useFormatter()
  const { round, stage, value, text, mine, all, others, handedIn } = paper
  const shares = others.map(({ seat, words }) =>
    t('paper.other', { title: plan.seats.find(({ id }) => id === seat)?.title ?? seat, words }),
  )
  return (
    <>
      <b>
        {tensionTitle(plan, round)}, {t(`paper.${stage}`)} {signed(value)}
      </b>{' '}
      <GappedWords text={text} plan={plan} />
      <meter className={styles.share} min={0} max={all} value={mine} aria-hidden="true" />
      <small>
        {t('paper.mine', { mine, all })}
        {shares.length > 0 ? `; ${format.list(shares)}` : null}
        {handedIn ? ` · ${t('paper.handedIn')}` : null}
      </small>
    </>
  )
}

function Entry({
  piece: { entry, answers, rewritten },
  about,
}: {
  piece: Extract<Piece, { kind: 'entry' }>
  about: About
}) {
  const t = useTranslations('grading')
  const record = useTranslations('record')
  return (
    <>
      {answers ? (
        <blockquote className={styles.answered}>
          <b>{t('answers', { no: answers.no, who: speakerName(answers, about, record) ?? '' })}</b>{' '}
          <EntryWords {...about} entry={answers} />
        </blockquote>
      ) : null}
      <EntryWords {...about} entry={entry} />
      {rewritten && entry.kind === 'reflection' ? (
        <>
          <small>{t('newestCounts')}</small>
          <RevisedWords revised={rewritten} text={entry.text} />
        </>
      ) : null}
      {entry.kind === 'statement' && entry.revised && entry.withdrawnBy === null ? (
        <RevisedWords revised={entry.revised} text={entry.text} />
      ) : null}
    </>
  )
}
