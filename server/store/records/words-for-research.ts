/** What an activity asks its people about their words for research, and what each of them has answered (rule D19). */
import { z } from 'zod'
import { typedText } from '#server/base/text-schema'
import { LIMITS } from '#simulation/kernel/limits'
import { database } from '../../base/database'
import { UNDELETED_ACTIVITY } from '../access/deleted'
import { ActivitySettings } from '../activities/activity-settings'
import { changeSettings } from '../activities/settings'

/** With an empty question nobody is asked. */
export const ResearchQuestion = z.strictObject({
  question: typedText(LIMITS.researchQuestion),
  approval: typedText(LIMITS.researchApproval),
})
export type ResearchQuestion = z.infer<typeof ResearchQuestion>

/** A question in other words is asked anew. */
export async function saveQuestion(activityId: string, written: ResearchQuestion): Promise<void> {
  const { approval } = written
  const question = plain(written.question)
  await database().$transaction(async (on) => {
    const { research: before } = await changeSettings(on, activityId, ({ research: _, ...settings }) =>
      question === '' ? settings : { ...settings, research: { question, approval } },
    )
    if (before?.question !== question || before.approval !== approval)
      await on.participant.updateMany({ where: { activityId }, data: { givesWords: null } })
  })
}

/** A form sends each end of a line as two letters. */
const plain = (text: string): string => text.replaceAll('\r\n', '\n')

/** How many of those who took part said yes, said no, and have not answered. */
export async function countAnswers(activityId: string): Promise<{ yes: number; no: number; open: number }> {
  const rows = await database().participant.groupBy({
    by: ['givesWords'],
    where: { activityId, removedAt: null },
    _count: { _all: true },
  })
  const count = (answer: boolean | null) => rows.find(({ givesWords }) => givesWords === answer)?._count._all ?? 0
  return { yes: count(true), no: count(false), open: count(null) }
}

/** Their debate is over: in its agenda, or because it was closed. Whoever has answered may change it also once they were removed. */
const ASKED = {
  OR: [
    { removedAt: null, room: { summary: { OR: [{ phaseStatus: 'finished' }, { closedAt: { not: null } }] } } },
    { givesWords: { not: null } },
  ],
}

export type AskedForWords = ResearchQuestion & { activityId: string; title: string; answer: boolean | null }

/** What this user is asked, of debates that are over, the newest first. */
export async function readAskedForWords(userId: string): Promise<AskedForWords[]> {
  const rows = await database().participant.findMany({
    where: { userId, activity: UNDELETED_ACTIVITY, ...ASKED },
    orderBy: { createdAt: 'desc' },
    select: { givesWords: true, activity: { select: { id: true, title: true, settings: true } } },
  })
  return rows.flatMap(({ givesWords, activity: { id, title, settings } }) => {
    const { research } = ActivitySettings.parse(settings)
    return research ? [{ ...research, activityId: id, title, answer: givesWords }] : []
  })
}

type Answer = ResearchQuestion & { activityId: string; yes: boolean }

/** `question` and `approval` are what they read: whoever answers another one than is asked by now has answered nothing. */
export async function answerForWords(
  userId: string,
  { activityId, question, approval, yes }: Answer,
): Promise<'answered' | 'not-asked'> {
  const isAsked = [
    { settings: { path: ['research', 'question'], equals: plain(question) } },
    { settings: { path: ['research', 'approval'], equals: approval } },
  ]
  const { count } = await database().participant.updateMany({
    where: { ...{ activityId, userId, ...ASKED }, activity: { ...UNDELETED_ACTIVITY, AND: isAsked } },
    data: { givesWords: yes },
  })
  return count === 0 ? 'not-asked' : 'answered'
}
