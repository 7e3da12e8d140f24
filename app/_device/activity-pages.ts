// The pages of an activity by what they are for: which there are for a reader, where each leads, and what those wait for that are not there yet.
import {
  boardPath,
  comparePath,
  debriefPath,
  deskPath,
  gradebookPath,
  gradingPath,
  instructorPackPath,
  learningPath,
  linksPath,
  lobbyPath,
  marksPath,
  myMarksInPath,
  myReviewsPath,
  replayPath,
  roleSheetsPath,
  roomPath,
  rubricPath,
  scenarioPath,
  seatingPath,
  stagePath,
  transcriptPath,
  wallPath,
} from '#paths'
import type { ActivityFrame } from '#simulation/reading/activity-frame'

export const SECTIONS = ['prepare', 'run', 'look-back', 'marks'] as const
export type Section = (typeof SECTIONS)[number]

export type ActivityPage =
  | 'seating'
  | 'seats'
  | 'scenario'
  | 'student'
  | 'sheets'
  | 'links'
  | 'rubric'
  | 'lobby'
  | 'room'
  | 'desk'
  | 'board'
  | 'wall'
  | 'stage'
  | 'transcript'
  | 'replay'
  | 'debrief'
  | 'compare'
  | 'grading'
  | 'gradebook'
  | 'levels'
  | 'learning'
  | 'own-marks'
  | 'reviews'

/**
 * What a page, or all pages of a section, wait for: the start, the opening of the record, the release of marks, a second table; or that they are
 * for others, were not asked for, or are not of this activity.
 */
export type Wait = 'start' | 'opening' | 'release' | 'tables' | 'unasked' | 'staff' | 'never'

export type PageLink = { page: ActivityPage; href: string; wait: Wait | null }
/** `wait` is what its first page waits for where all of its pages wait, or why it has none. */
export type PagesOf = { section: Section; links: readonly PageLink[]; wait: Wait | null }

const link = (page: ActivityPage, href: string, wait: Wait | null = null): PageLink => ({ page, href, wait })

/** The four sections in their order, the same four for every reader of every activity. */
export function pagesOf(frame: ActivityFrame): readonly PagesOf[] {
  const links = linksOf(frame)
  const none: Wait = frame.isBrought ? 'never' : 'staff'
  return SECTIONS.map((section) => {
    const own = links[section]
    const isThere = own.some(({ wait }) => wait === null)
    return { section, links: own, wait: isThere ? null : (own[0]?.wait ?? none) }
  })
}

function linksOf(frame: ActivityFrame): Record<Section, readonly PageLink[]> {
  const { id, kind, course, tables, isBrought, reader } = frame
  const table = tables[0]?.id ?? null
  const atTable = (page: ActivityPage, path: (room: string) => string, wait: Wait | null = null) =>
    table === null ? [] : [link(page, path(table), wait)]
  const begun: Wait | null = frame.stands === 'ahead' && !isBrought ? 'start' : null
  const opened: Wait | null = reader !== 'takes-part' || frame.isUnsealed ? begun : 'opening'
  const back = [
    ...atTable('transcript', transcriptPath, begun),
    ...atTable('replay', replayPath, begun),
    ...atTable('debrief', debriefPath, opened),
    ...(frame.compares || reader === 'runs'
      ? [link('compare', comparePath(id), frame.compares ? begun : 'tables')]
      : []),
  ]
  if (isBrought) return { prepare: [], run: [], 'look-back': back, marks: [] }
  switch (reader) {
    case 'takes-part':
      return {
        prepare: [link('student', scenarioPath(id))],
        run: atTable('room', roomPath),
        'look-back': back,
        marks: [
          link('own-marks', myMarksInPath(id), frame.released > 0 ? null : 'release'),
          ...(frame.hasReviews ? [link('reviews', myReviewsPath(id), begun)] : []),
        ],
      }
    case 'marks':
      return {
        prepare: [],
        run: [],
        'look-back': back,
        marks: [link('grading', gradingPath(id), begun), ...atTable('levels', marksPath, begun)],
      }
    case 'runs':
      return {
        prepare: [
          kind === 'seminar' ? link('seating', seatingPath(id)) : link('seats', lobbyPath(id)),
          link('scenario', instructorPackPath(id)),
          link('student', scenarioPath(id)),
          ...(kind === 'seminar' ? [link('sheets', roleSheetsPath(id))] : []),
          link('links', linksPath(course.id, id)),
          link('rubric', rubricPath(id)),
        ],
        run: [
          kind === 'seminar' ? link('lobby', lobbyPath(id)) : link('board', boardPath(id)),
          ...atTable('desk', deskPath),
          ...(kind === 'seminar'
            ? [link('wall', wallPath(id), tables.length > 1 ? null : 'tables'), ...atTable('stage', stagePath)]
            : []),
        ],
        'look-back': back,
        marks: [
          link('grading', gradingPath(id), begun),
          link('gradebook', gradebookPath(id)),
          ...atTable('levels', marksPath, begun),
          link('learning', learningPath(id), frame.asksLearning ? begun : 'unasked'),
        ],
      }
    default:
      return reader satisfies never
  }
}
