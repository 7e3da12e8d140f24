/** What the store knows of a feature that stands beside the log; `server/store/beside/slices.ts` is the registry of these. */
import type { Prisma } from '#server/generated/prisma/client'
import type {
  ActivityGrading,
  KnownBeside,
  ResearchBeside,
  SettingsFault,
  ShareBeside,
  SliceKey,
} from '#simulation/beside/slices'
import type { PersonId } from '#simulation/kernel/ids'
import type { MadeOfSum, Rubrics } from '#simulation/reading/log/rubric'
import type { RoomState } from '#simulation/state/room-state'
import type { Database } from '../../../base/database'

/** Somebody in an activity. `debate` is their room where it is a homework debate; `grading` is null where nobody has chosen anything. */
export type OwnPlace = {
  participantId: string
  activityId: string
  grading: ActivityGrading | null
  debate: RoomState | null
}

type KnownOf = (participantId: string) => KnownBeside

/** A room whose mails are planned, and what was chosen for its activity. */
export type PlannedRoom = Pick<OwnPlace, 'activityId' | 'grading'> & { state: RoomState }
/** `turns`: the instants, ms since 1970, at which something of it begins or ends without anybody's act. */
export type PlannedBeside = { of: KnownOf; turns: readonly number[] }

/** Somebody who is erased, with all that was taken for the same person. */
export type ErasedPerson = Readonly<{
  userIds: readonly string[]
  participants: readonly Readonly<{ id: string; activityId: string }>[]
}>
/** What could not be read, so that somebody has to look through it by hand. */
export type UnreadableRecord = { what: 'names of a brought record' | 'record of a room'; title: string; course: string }
/** `removed` is how much goes; `forget` takes away what does not go with their user, once that is gone. */
export type ErasedBeside = {
  removed: number
  unread?: readonly UnreadableRecord[]
  forget?: () => Promise<unknown>
}

type GradedActivity = { id: string; kind: 'seminar' | 'homework' }

/** Each part is there where the feature has it. Where its settings leave a feature out of an activity, nothing is known of it. */
export type StoredBeside = Readonly<{
  key: SliceKey
  /** SQL expressions about the row `room`: once one changes, the mails of that room are planned anew. */
  seen?: readonly Prisma.Sql[]
  /** Begins one pass of the mail planner, within which an activity is read once. */
  planning?: (now: number) => (room: PlannedRoom) => Promise<PlannedBeside>
  /** What is known of each of these people alone, by their ids. */
  readOwn?: (places: readonly OwnPlace[], now: number) => Promise<ReadonlyMap<string, KnownBeside>>
  /** The same of everybody in an activity; null where it has none of it. */
  readAll?: (activityId: string, grading: ActivityGrading, now: number) => Promise<KnownOf | null>
  /** What it adds to each student's sum, by the rubric as it was known at `until`; null where it adds nothing in this activity. */
  readShare?: (
    activityId: string,
    grading: ActivityGrading,
    rubrics: Rubrics,
    until?: number,
  ) => Promise<((participantId: string) => ShareBeside) | null>
  /** What it makes of a student's sum. To be read before the activity is held. */
  readMadeOfSum?: (activity: GradedActivity) => Promise<MadeOfSum>
  /** Whether somebody was given levels by it, so that another rubric must say whom it reaches. */
  hasLevels?: (activityId: string, on: Database) => Promise<boolean>
  /** What of a room goes into a research file, and whose it is. */
  readResearch?: (roomId: string) => Promise<{ given: ResearchBeside; people: readonly PersonId[] }>
  /** What an erasure takes away of it, wherever it is switched off too: what the operator is told, and how it is found while it is there. */
  erases?: Readonly<{
    told: (many: number) => string
    read: (on: Database, person: ErasedPerson) => Promise<ErasedBeside>
  }>
  /** Where it names one of the staff who is erased, it names nobody from then on. */
  forgetsStaff?: (on: Database, userId: string, nobody: string) => Promise<unknown>
  /** Why its settings cannot become these; null where they can. */
  readFault?: (activity: GradedActivity, change: Partial<Nullable<ActivityGrading>>) => Promise<SettingsFault | null>
}>

type Nullable<Settings> = { [Name in keyof Settings]: Settings[Name] | null }
