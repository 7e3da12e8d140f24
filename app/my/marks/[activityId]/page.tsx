// The page of a student's marks in one activity. Not found before the marks are released.

import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { getLocale, getTranslations } from 'next-intl/server'
import { frameFor, signedIn } from '#access'
import { dayAndTime } from '#format/days'
import { zoneCity } from '#format/zones'
import { sumOf } from '#marks/overview.ts'
import { savedMark } from '#marks/saved-mark.ts'
import { rubricsOf } from '#marks/score.ts'
import { myMarksInPath } from '#paths'
import { PositionCard } from '#record/position-card'
import { gistsOf } from '#record/words/gists.ts'
import { accessActivity } from '#server/store/access/access'
import { readRubrics } from '#server/store/activities/rubrics'
import { readGrading } from '#server/store/activities/settings'
import { readShares } from '#server/store/beside/sums-beside'
import {
  readFirstRelease,
  readOwnMarks,
  readOwnNote,
  readOwnRelease,
  readPositionMarks,
  readRelease,
  readReleasedUntil,
} from '#server/store/marks/marks'
import { readOwnRegrades } from '#server/store/marks/regrades'
import { readRoomFor } from '#server/store/rooms/room-for-reader'
import { readScenarioTexts } from '#server/store/scenarios/stored-copy'
import { personId } from '#simulation/kernel/ids'
import { positionSheet } from '#simulation/reading/log/position-sheet'
import { criteriaFor, rubricOf as rubricFor } from '#simulation/reading/log/rubric'
import { seatsOfRecord } from '#simulation/reading/log/seat-of-record'
import { struckAt } from '#simulation/reading/log/strikes'
import { paragraphs } from '#simulation/reading/log/transcript'
import { type GradeNote, type Grading, totalOf } from '#simulation/reading/marks/grades'
import { latePartsOf } from '#simulation/reading/marks/lateness'
import { regradeUntil } from '#simulation/reading/marks/regrades'
import type { StoredMark } from '#simulation/wire/marks'
import { Messages } from '#ui/page/messages'
import { ActivityBar } from '../../../_device/activity-bar'
import { Saved } from '../../../_device/app-bar'
import { OwnFinding } from './own-finding'
import { OwnMark } from './own-mark'
import styles from './own-marks.module.css'
import { OwnPositions } from './own-positions'
import { OwnRegrade } from './own-regrade'
import { OwnSum } from './own-sum'

type Props = { params: Promise<{ activityId: string }> }

/** The student's released marks. Not found for staff, who have another page, and before release. */
async function access({ params }: Props) {
  const { activityId } = await params
  const me = await signedIn(myMarksInPath(activityId))
  const found = await accessActivity(me, activityId)
  if (found?.as.kind !== 'participant' || !found.roomId) notFound()
  const { participantId } = found.as
  const [everybody, own] = await Promise.all([readRelease(activityId), readOwnRelease(participantId)])
  const release = own ?? everybody ?? notFound()
  const reading = (await readRoomFor(me, found.roomId)) ?? notFound()
  return { reading, releasedAt: release.at.getTime(), reason: own?.reason ?? null, participantId }
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  await access(props)
  return { title: (await getTranslations('marks.own'))('title') }
}

export default async function OwnMarksPage(props: Props) {
  const { reading, releasedAt, reason, participantId } = await access(props)
  const { room, activity, course, state, displayNames } = reading
  const t = await getTranslations('marks.own')
  const common = await getTranslations('common')
  const locale = await getLocale()
  const person = personId.parse(participantId)
  const seat = seatsOfRecord(state).get(person) ?? null
  const [rubrics, until, own, note, regrades, grading, first, positions, { paragraphs: paragraphsRead }] =
    await Promise.all([
      readRubrics(activity.id),
      readReleasedUntil(activity.id, participantId),
      readOwnMarks(activity.id, participantId),
      readOwnNote(activity.id, participantId),
      readOwnRegrades(activity.id, participantId),
      readGrading(activity),
      readFirstRelease(activity.id, participantId),
      seat?.delegation ? readPositionMarks(room, seat.delegation, participantId) : [],
      readScenarioTexts(activity.id),
    ])
  const shares = (await readShares(activity.id, grading, rubrics, until ?? 0))(participantId)
  const saved = (rows: readonly StoredMark[]) => rows.flatMap((row) => savedMark(row) ?? [])
  const entries = new Map(
    paragraphs(state).flatMap((entry) => [entry.no, entry.was].flatMap((no) => (no === null ? [] : [[no, entry]]))),
  )
  const elsewhere = new Set(own.filter(({ roomId }) => roomId !== room.id).map(({ id }) => id))
  const marks = saved(own)
  const rubricOf = rubricsOf(rubrics, room.id, until ?? 0)
  const rubric = rubricOf({ kind: 'student', participantId })
  const counts = new Set(criteriaFor(rubricFor(rubrics, participantId), 'student').map(({ key }) => key))
  const rows = criteriaFor(rubric, 'student').map((criterion) => ({
    criterion,
    mark: marks.find((mark) => mark.criterion === criterion.key) ?? null,
  }))
  const when = (at: number) => dayAndTime(locale, at, course.timeZone)
  const now = Date.now()
  const askedUntil = first && regradeUntil(grading.regradeDays, first.getTime())
  const sum = sumOf({ rubric, cells: rows })?.sum ?? null
  const late = grading.late ? latePartsOf(state, person, now) : []
  const counted = totalOf({ sum, tookNoPart: note?.tookNoPart ?? false }, { late, shares }, grading)
  const given = rows.flatMap(({ mark }) => mark ?? [])
  return (
    <Messages namespaces={['marks', 'record']}>
      <ActivityBar
        frame={await frameFor(activity.id)}
        page="own-marks"
        right={<Saved>{t('released', { at: when(releasedAt) })}</Saved>}
      />
      <main id="main" className={`page ${styles.page}`}>
        <p className="hint">
          {t('eyebrow', { course: course.title, activity: activity.title, room: room.name })} ·{' '}
          {common('courseTimes', { city: zoneCity(course.timeZone) })}
        </p>
        <OwnFinding
          plan={state.plan}
          rows={rows}
          rubric={rubric}
          name={displayNames[person] ?? null}
          seat={seat}
          moments={given.reduce((sum, { evidence }) => sum + evidence.length, 0)}
        />
        <OwnNote note={note} reason={reason} noPart={grading.noPart} />
        {rows.map(({ criterion, mark }) => (
          <OwnMark
            key={criterion.key}
            criterion={criterion}
            mark={mark}
            rubric={rubric}
            required={grading.evidence === 'required'}
            roomId={room.id}
            entries={mark && elsewhere.has(mark.id) ? null : entries}
            plan={state.plan}
            delegation={seat?.delegation ?? null}
            timeZone={course.timeZone}
          >
            <OwnRegrade
              activityId={activity.id}
              owner={{ roomId: room.id, person }}
              criterion={criterion.key}
              regrade={regrades.find((regrade) => regrade.criterion === criterion.key) ?? null}
              until={
                mark && counts.has(criterion.key) && askedUntil !== null && now <= askedUntil ? when(askedUntil) : null
              }
            />
          </OwnMark>
        ))}
        {note?.tookNoPart ? null : <OwnSum rubric={rubric} rows={rows} counted={counted} shares={shares} />}
        {seat?.delegation ? (
          <OwnPositions
            marks={saved(positions)}
            rubricOf={rubricOf}
            plan={state.plan}
            delegation={seat.delegation}
            roomId={room.id}
            cardOf={(round) =>
              seat.delegation === null ? null : (
                <PositionCard
                  sheet={positionSheet(state, round, seat.delegation)}
                  about={{ plan: state.plan, gists: gistsOf(paragraphsRead), timeZone: course.timeZone }}
                  offAt={(place) => struckAt(state, place)}
                />
              )
            }
          />
        ) : null}
      </main>
    </Messages>
  )
}

type OwnNoteProps = Pick<Grading, 'noPart'> & { note: Omit<GradeNote, 'at'> | null; reason: string | null }

/** What stands above a student's levels: why they changed, that they took no part, and the comment on all of them. */
function OwnNote({ note, reason, noPart }: OwnNoteProps) {
  const t = useTranslations('marks.own')
  return (
    <>
      {reason === null ? null : <p className={styles.question}>{t('reason', { reason })}</p>}
      {note?.tookNoPart ? <p>{t('noPart', { noPart })}</p> : null}
      {note?.comment ? (
        <div className={styles.comment}>
          <p className={styles.by}>
            <b>{t('instructor')}</b> · {t('whole')}
          </p>
          <p>{note.comment}</p>
        </div>
      ) : null}
    </>
  )
}
