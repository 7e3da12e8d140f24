/** Regrades (rule J6): a student asks for one from their released marks, and whoever grades them answers it. */
import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { typedText } from '#server/base/text-schema'
import { LIMITS } from '#simulation/kernel/limits'
import { takenText } from '#simulation/kernel/typed-words'
import { criteriaFor, MOST_LEVELS, rubricOf } from '#simulation/reading/log/rubric'
import { isAnswerSeen, type Regrade, type RegradeFault, regradeFault } from '#simulation/reading/marks/regrades'
import { database } from '../../base/database'
import { accessActivity, type Requester } from '../access/access'
import { rowId } from '../access/row-id'
import { holdActivity } from '../activities/participants'
import { readRubrics } from '../activities/rubrics'
import { readGrading } from '../activities/settings'
import { accessGradedStudent } from './grading-place'
import { mailRelease, readActivityMarks, readFirstRelease, readOwnMarks, readReleasedUntil } from './marks'
import { areRegradesOff, readRegrades } from './regrade-rows'

const Asked = z.strictObject({
  activityId: rowId,
  criterion: typedText(60).min(1),
  text: typedText(LIMITS.regrade).overwrite(takenText).trim(),
})

/** Keeps that a student asks for a regrade; null where it is kept. */
export async function askRegrade(user: Requester, input: unknown): Promise<RegradeFault | 'not-found' | null> {
  const parsed = Asked.safeParse(input).data
  const found = parsed && (await accessActivity(user, parsed.activityId))
  if (!parsed || found?.as.kind !== 'participant') return 'not-found'
  const { activityId, criterion, text } = parsed
  const { participantId } = found.as
  const [release, { regradeDays: days }, own, rubrics] = await Promise.all([
    readFirstRelease(activityId, participantId),
    readGrading(found.activity),
    readOwnMarks(activityId, participantId),
    readRubrics(activityId),
  ])
  // What the rubric has no more is in no sum.
  const counts = criteriaFor(rubricOf(rubrics, participantId), 'student').map(({ key }) => key)
  const marks = own.filter((mark) => counts.includes(mark.criterion))
  if (!release) return 'not-found'
  return database().$transaction(async (on) => {
    await holdActivity(on, activityId)
    const before = (await readRegrades({ id: participantId }, on)).get(participantId) ?? []
    const fault = regradeFault({
      ...{ criterion, text, days, now: Date.now(), releasedAt: release.getTime() },
      given: marks.map((mark) => mark.criterion),
      asked: before.map((regrade) => regrade.criterion),
    })
    const level = marks.find((mark) => mark.criterion === criterion)?.level
    if (fault || level === undefined) return fault ?? 'no-level'
    await on.regrade.create({ data: { id: randomUUID(), participantId, criterion, level, text } })
    return null
  })
}

/** A student's own regrades, with the answers that they read already. */
export async function readOwnRegrades(activityId: string, participantId: string): Promise<readonly Regrade[]> {
  const until = await readReleasedUntil(activityId, participantId)
  const own = (await readRegrades({ id: participantId, activityId })).get(participantId) ?? []
  return own.map((regrade) => (isAnswerSeen(regrade, until) ? regrade : { ...regrade, answer: null }))
}

const Answer = z.strictObject({
  activityId: rowId,
  participantId: rowId,
  criterion: typedText(60).min(1),
  /** The level that counts on the page of whoever answers. */
  level: z
    .int()
    .min(0)
    .max(MOST_LEVELS - 1),
  text: typedText(LIMITS.reason).overwrite(takenText).trim().min(1),
})

/**
 * Answers a regrade with the level that counts. `other-level` where that is not the one on the page of whoever answers: it is not saved yet,
 * or a colleague has given another.
 */
export async function answerRegrade(
  user: Requester,
  input: unknown,
): Promise<'not-found' | 'other-level' | 'answered' | null> {
  const parsed = Answer.safeParse(input).data
  const found = parsed && (await accessGradedStudent(user, parsed.activityId, parsed.participantId))
  if (!parsed || !found || areRegradesOff()) return 'not-found'
  const { activityId, participantId, criterion, level, text } = parsed
  const [marks, until] = await Promise.all([
    readActivityMarks(activityId),
    readReleasedUntil(activityId, participantId),
  ])
  const counts = marks.find((mark) => mark.participantId === participantId && mark.criterion === criterion)
  if (counts?.level !== level) return 'other-level'
  return database().$transaction(async (on) => {
    const asked = await on.regrade.findUnique({ where: { participantId_criterion: { participantId, criterion } } })
    if (!asked) return 'not-found'
    const answeredAt = new Date()
    const { count } = await on.regrade.updateMany({
      where: { id: asked.id, answer: null },
      data: { answer: text, answeredLevel: level, answeredAt, answeredById: user.id },
    })
    if (count === 0) return 'answered'
    const answer = { text, level, at: answeredAt.getTime() }
    if (isAnswerSeen({ ...asked, at: asked.at.getTime(), answer }, until))
      await mailRelease(on, asked.id, { id: participantId }, 'regradeAnswered')
    return null
  })
}
