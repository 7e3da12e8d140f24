// The marks page of one room: levels with their evidence, levels still to give, and the release to students.

import type { Metadata } from 'next'
import { notFound, redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { frameFor, roomFor } from '#access'
import { release, saveMark, withdraw } from '#marks/marks-actions.ts'
import { overviewOf } from '#marks/overview.ts'
import { savedMark } from '#marks/saved-mark.ts'
import { rubricsOf, subjectKey, versionIn } from '#marks/score.ts'
import { gradebookPath, levelsFilePath, marksPath, transcriptPath } from '#paths'
import { RoundCards } from '#record/round-cards'
import { gistsOf } from '#record/words/gists.ts'
import { accessRoom, may } from '#server/store/access/access'
import { readParticipants } from '#server/store/activities/participants'
import { readDisplayNames, readRooms } from '#server/store/activities/rooms'
import { readRubrics } from '#server/store/activities/rubrics'
import { readRoomState } from '#server/store/log/room-reading'
import { readMarkHistory, readRelease } from '#server/store/marks/marks'
import { readScenarioTexts } from '#server/store/scenarios/stored-copy'
import { newestRubric } from '#simulation/reading/log/rubric'
import { LinkButton } from '#ui/controls/button'
import { Messages } from '#ui/page/messages'
import { PageHead } from '#ui/page/page-head'
import { delegationIn } from '#ui/words/delegations.ts'
import { ActivityBar } from '../../../_device/activity-bar'
import { GiveForm } from './give-form'
import styles from './marks.module.css'
import { GIVE_FORM, MarksTables } from './marks-tables'
import { ReleaseButton } from './release-button'

type Props = { params: Promise<{ roomId: string }> }

async function access({ params }: Props) {
  const { roomId } = await params
  return roomFor('mark', roomId, marksPath(roomId))
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const { room } = await access(props)
  const t = await getTranslations('marks')
  return { title: t('title', { room: room.name }) }
}

export default async function MarksPage(props: Props) {
  const { me, room, activity, as } = await access(props)
  if (activity.broughtAt) redirect(transcriptPath(room.id))
  const t = await getTranslations('marks')
  const [steers, releases, takesFiles] = [may(as, 'steer-room'), may(as, 'release-marks'), may(as, 'take-grade-files')]
  const [rubrics, marks, released, all, found, displayNames, people, { paragraphs }] = await Promise.all([
    readRubrics(activity.id),
    readMarkHistory(room.id),
    readRelease(activity.id),
    readRooms(activity.id),
    readRoomState(room.id),
    readDisplayNames(room.id),
    readParticipants(activity.id),
    readScenarioTexts(activity.id),
  ])
  const state = found ?? notFound()
  const gists = gistsOf(paragraphs)
  // A grader may not see even the names of rooms they have no access to.
  const within = await Promise.all(all.map(({ id }) => accessRoom(me, id)))
  const rooms = all.filter((_, index) => may(within[index]?.as, 'mark'))
  const [rubricOf, newest] = [rubricsOf(rubrics, room.id), newestRubric(rubrics)]
  const overview = overviewOf({
    state,
    displayNames,
    placed: people.filter((one) => one.roomId === room.id && one.removedAt === null).map(({ id }) => id),
    marks: marks.flatMap((mark) => savedMark(mark) ?? []),
    rubricOf,
  })
  const { given, of, withoutEvidence } = overview
  const subjects = [
    ...overview.students.map(({ id, name }) => ({
      title: name ?? t('erased'),
      subject: { kind: 'student', participantId: id } as const,
    })),
    ...overview.positions.map(({ delegation, round, number }) => ({
      title: t('give.position', { delegation: delegationIn(state.plan, delegation)?.name ?? '', number }),
      subject: { kind: 'position', delegation, round: round.key } as const,
    })),
  ].map((one) => ({
    ...{ ...one, key: subjectKey(one.subject), rubric: rubricOf(one.subject) },
    version: versionIn(rubrics, room.id, one.subject),
  }))
  return (
    <Messages namespaces={['marks', 'chair', 'record']}>
      <ActivityBar frame={await frameFor(activity.id, room.id)} page="levels" atTable={marksPath} />
      <main id="main" className={`page ${styles.page}`}>
        <PageHead
          above={t('eyebrow', { room: room.name, activity: activity.title })}
          title={given === of ? t('findingAll', { of }) : t('finding', { given, of })}
          lead={
            <>
              {newest.note} {withoutEvidence > 0 ? t('withoutEvidence', { count: withoutEvidence }) : null}
            </>
          }
          right={
            <>
              {takesFiles ? (
                <>
                  <LinkButton href={levelsFilePath(room.id)} download prefetch={false}>
                    {t('download')}
                  </LinkButton>
                  <LinkButton href={gradebookPath(activity.id)}>{t('gradebook')}</LinkButton>
                </>
              ) : null}
              {/* A homework grade is released on the grading page, to each as it stands then. */}
              {releases && (activity.kind === 'seminar' || released) ? (
                <ReleaseButton
                  roomId={room.id}
                  releasedAt={released?.at.getTime() ?? null}
                  missing={of - given}
                  tables={rooms.length}
                  release={release}
                  withdraw={withdraw}
                />
              ) : null}
            </>
          }
        />
        <MarksTables
          plan={state.plan}
          roomId={room.id}
          activityId={activity.id}
          overview={overview}
          newest={newest}
          steers={steers}
          cardsOf={(round) => <RoundCards state={state} round={round} about={{ gists }} />}
        />
        {steers ? null : (
          <div id={GIVE_FORM}>
            <GiveForm roomId={room.id} subjects={subjects} save={saveMark} />
          </div>
        )}
      </main>
    </Messages>
  )
}
