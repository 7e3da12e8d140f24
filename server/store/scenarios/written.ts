/**
 * The scenarios that staff write here. Who writes one: its author, and with its course's reach the staff of that course. Who plays one:
 * whoever it is open to. A debate is given its own copy, so nothing that is written later changes one that has begun.
 */
import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import type { Prisma } from '#server/generated/prisma/client'
import { MINUTE_MS } from '#simulation/kernel/time'
import { joinWritings } from '#simulation/scenario/authoring/join-writings'
import { scenarioFrom } from '#simulation/scenario/authoring/outline-scenario'
import { readWriting } from '#simulation/scenario/authoring/read-writing'
import { begunWith, type Writing, writing } from '#simulation/scenario/authoring/writing'
import type { Scenario } from '#simulation/scenario/scenario'
import { database } from '../../base/database'
import { UNDELETED } from '../access/deleted'
import { isRowId } from '../access/row-id'
import { isDemoPerson } from '../people/demo-person'
import type { Person } from '../people/users'

/** Somebody who may make activities in the course; the caller has asked `accessCourse` so. */
export type Maker = Readonly<{ me: Pick<Person, 'id' | 'email'>; courseId: string }>

export const scenarioReach = z.enum(['author', 'course', 'everybody'])
export type ScenarioReach = z.infer<typeof scenarioReach>

const KEY = 'own-'
/** What plans and records call a scenario that was written here. */
export const writtenKey = (id: string): string => `${KEY}${id}`
const idIn = (key: string): string | null => {
  const id = key.startsWith(KEY) ? key.slice(KEY.length) : ''
  return isRowId(id) ? id : null
}

/** What one author writes without a pause of so long is one version. */
const STRETCH_MS = 10 * MINUTE_MS
const MOST_VERSIONS = 60

/** Those that this person may play. The demo's people, who are anybody, may play none; nor may a student of a debate that plays one. */
async function openTo({ me, courseId }: Maker): Promise<Prisma.WrittenScenarioWhereInput> {
  if (isDemoPerson(me)) return { id: { in: [] } }
  const sits = await database().participant.findMany({
    where: { userId: me.id, activity: { scenarioKey: { startsWith: KEY } } },
    select: { activity: { select: { scenarioKey: true } } },
  })
  const played = sits.flatMap(({ activity }) => idIn(activity.scenarioKey) ?? [])
  return {
    course: UNDELETED,
    OR: [{ reach: 'everybody', id: { notIn: played } }, ...writableBy({ me, courseId })],
  }
}

/** Its author's, and those of the course that are its staff's: shared with them, or left behind by an author who is no longer here. */
const writableBy = ({ me, courseId }: Maker): Prisma.WrittenScenarioWhereInput[] => [
  { courseId, authorId: me.id },
  { courseId, OR: [{ reach: { not: 'author' } }, { authorId: null }] },
]

export type WrittenRow = {
  id: string
  title: string
  language: Writing['language']
  reach: ScenarioReach
  author: string | null
  savedAt: Date
  shelvedAt: Date | null
  /** Of this course, and this person's to write on; every other one may be played alone. */
  isWritable: boolean
  /** Null where something is missing to play it. */
  scenario: Scenario | null
  /** In how many activities it was used. */
  played: number
}

/** Who may play it. One whose author is no longer here is its course's staff's, whatever the author had said. */
const reachOf = ({ reach, authorId }: Readonly<{ reach: ScenarioReach; authorId: string | null }>): ScenarioReach =>
  authorId === null && reach === 'author' ? 'course' : reach

const columns = {
  ...{ id: true, courseId: true, reach: true, title: true, writing: true, version: true, savedAt: true },
  ...{ shelvedAt: true, authorId: true, author: { select: { name: true } } },
} as const

/** The scenarios of a course's page, those written last first. Of others', those that can be played. */
export async function readWrittenOf(maker: Maker): Promise<WrittenRow[]> {
  const rows = await database().writtenScenario.findMany({
    where: await openTo(maker),
    orderBy: { savedAt: 'desc' },
    select: columns,
  })
  const uses = await database().activity.groupBy({
    by: 'scenarioKey',
    where: { scenarioKey: { in: rows.map(({ id }) => writtenKey(id)) }, broughtAt: null },
    _count: true,
  })
  return rows.flatMap((row): WrittenRow[] => {
    const own = writing.parse(row.writing)
    const { id, title, savedAt, shelvedAt } = row
    const reach = reachOf(row)
    const scenario = scenarioIn(id, own)
    const isWritable = row.courseId === maker.courseId && (row.authorId === maker.me.id || reach !== 'author')
    if (!isWritable && (!scenario || shelvedAt)) return []
    const played = uses.find(({ scenarioKey }) => scenarioKey === writtenKey(id))?._count ?? 0
    const { language } = own
    return [
      {
        id,
        title,
        language,
        reach,
        author: row.author?.name ?? null,
        savedAt,
        shelvedAt,
        isWritable,
        scenario,
        played,
      },
    ]
  })
}

function scenarioIn(id: string, own: Writing): Scenario | null {
  const read = readWriting(own)
  return read.ok ? scenarioFrom(read.outline, writtenKey(id)) : null
}

/** Those that can be played and are still offered. */
export async function readPlayable(maker: Maker): Promise<Scenario[]> {
  const rows = await readWrittenOf(maker)
  return rows.flatMap(({ scenario, shelvedAt }) => (scenario && !shelvedAt ? [scenario] : []))
}

/** The scenario of this key, one that is not offered any more too; null where it is not this person's to play, or cannot be played. */
export async function findWritten(maker: Maker, key: string): Promise<Scenario | null> {
  const id = idIn(key)
  if (id === null) return null
  const where = { AND: [{ id }, await openTo(maker)] }
  const row = await database().writtenScenario.findFirst({ where, select: { writing: true } })
  return row && scenarioIn(id, writing.parse(row.writing))
}

/** A scenario that this person may write on, with its newest words; null for every other. */
export async function accessWritten(maker: Maker, id: string) {
  if (!isRowId(id) || isDemoPerson(maker.me)) return null
  const row = await database().writtenScenario.findFirst({
    where: { id, course: UNDELETED, OR: writableBy(maker) },
    select: columns,
  })
  if (!row) return null
  const { title, version, savedAt, shelvedAt, author } = row
  return {
    id,
    title,
    reach: reachOf(row),
    version,
    savedAt,
    shelvedAt,
    author: author?.name ?? null,
    /** Who may play it is its author's to say, and of one without an author any of the course's staff. */
    mayShare: row.authorId === null || row.authorId === maker.me.id,
    own: writing.parse(row.writing),
  }
}

/** Begins a scenario of the author's; returns its id. */
export async function beginWriting(
  { me, courseId }: Maker,
  title: string,
  language: Writing['language'],
): Promise<string> {
  const id = randomUUID()
  const own = begunWith(title, language)
  const now = new Date()
  const first = { version: 1, byId: me.id, begunAt: now, savedAt: now, writing: own }
  await database().writtenScenario.create({
    data: { id, courseId, authorId: me.id, title, writing: own, savedAt: now, versions: { create: first } },
  })
  return id
}

/** `base` is the version that the author's page began from; its number says whether anybody has saved since. */
export type WritingToSave = Readonly<{ version: number; base: Writing; own: Writing }>

/**
 * Saves what an author wrote, joined with what another has saved meanwhile, and returns what now stands. The caller has asked
 * `accessWritten`. Null where the scenario has gone since, or both authors together wrote more than one holds.
 */
export async function saveWriting({ me }: Maker, id: string, { version, base, own }: WritingToSave) {
  return database().$transaction(async (on) => {
    await on.$queryRaw`SELECT id FROM written_scenario WHERE id = ${id} FOR UPDATE`
    const row = await on.writtenScenario.findUnique({ where: { id }, select: { writing: true, version: true } })
    if (!row) return null
    const stored = writing.parse(row.writing)
    const joined = row.version === version ? { writing: own, crossings: [] } : joinWritings(base, own, stored)
    const next = row.version + 1
    const now = new Date()
    const data = { writing: joined.writing, title: joined.writing.title, version: next, savedAt: now }
    await on.writtenScenario.update({ where: { id }, data })
    const last = await on.scenarioVersion.findFirst({ where: { scenarioId: id }, orderBy: { version: 'desc' } })
    // Words that do not stand any more have a version of their own, also where the same person wrote both in two windows.
    const goesOn = last?.byId === me.id && joined.crossings.length === 0
    const left = { version: next, savedAt: now, writing: joined.writing }
    if (last && goesOn && now.getTime() - last.begunAt.getTime() < STRETCH_MS)
      await on.scenarioVersion.update({
        where: { scenarioId_version: { scenarioId: id, version: last.version } },
        data: left,
      })
    else await on.scenarioVersion.create({ data: { scenarioId: id, byId: me.id, begunAt: now, ...left } })
    const [oldest] = await on.scenarioVersion.findMany({
      ...{ where: { scenarioId: id }, orderBy: { version: 'desc' }, select: { version: true } },
      ...{ skip: MOST_VERSIONS, take: 1 },
    })
    if (oldest) await on.scenarioVersion.deleteMany({ where: { scenarioId: id, version: { lte: oldest.version } } })
    return { version: next, own: joined.writing, crossings: joined.crossings }
  })
}

/** The versions of a scenario, newest first. The caller has asked `accessWritten`. */
export async function readVersions(id: string): Promise<{ version: number; by: string | null; savedAt: Date }[]> {
  const rows = await database().scenarioVersion.findMany({
    where: { scenarioId: id },
    orderBy: { version: 'desc' },
    select: { version: true, savedAt: true, by: { select: { name: true } } },
  })
  return rows.map(({ version, savedAt, by }) => ({ version, savedAt, by: by?.name ?? null }))
}

/** What stood in a version; null where it is kept no more. The caller has asked `accessWritten`. */
export async function readVersion(id: string, version: number): Promise<Writing | null> {
  const row = await database().scenarioVersion.findUnique({
    where: { scenarioId_version: { scenarioId: id, version } },
    select: { writing: true },
  })
  return row && writing.parse(row.writing)
}

/** Saves who may play it. False where it is not theirs to say (`mayShare`). */
export async function shareWritten(maker: Maker, id: string, reach: ScenarioReach): Promise<boolean> {
  const found = await accessWritten(maker, id)
  if (!found?.mayShare) return false
  await database().writtenScenario.update({ where: { id }, data: { reach } })
  return true
}

/** Takes a scenario off the offer, or puts it back. Old records of it are read as before. The caller has asked `accessWritten`. */
export async function shelveWritten(id: string, isShelved: boolean): Promise<void> {
  await database().writtenScenario.update({ where: { id }, data: { shelvedAt: isShelved ? new Date() : null } })
}
