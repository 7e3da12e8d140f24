// Converts a stored mark to the shape the screens use. One that cannot be converted (an unknown delegation) is left out.
import { z } from 'zod'
import { delegationId, tensionKey } from '#simulation/kernel/ids'
import type { StoredMark } from '#simulation/wire/marks'
import type { SavedMark, Subject } from './score'

type Stored = Omit<StoredMark, 'roomId' | 'byUserId'>

const position = z.object({ delegation: delegationId, round: tensionKey })

export function savedMark(row: Stored): SavedMark | null {
  const subject = subjectOf(row)
  if (!subject) return null
  const { id, criterion, level, evidence, noEvidence, comment } = row
  return { id, subject, criterion, level, evidence, noEvidence, comment, at: row.at.getTime() }
}

function subjectOf(row: Stored): Subject | null {
  if (row.subject === 'student') return row.participantId ? { kind: 'student', participantId: row.participantId } : null
  const parsed = position.safeParse(row)
  return parsed.success ? { kind: 'position', ...parsed.data } : null
}
