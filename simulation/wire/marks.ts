// A mark as it is stored and read: whom or which position it is about, its level on a criterion, its evidence and comment, and when it
// was given. `mayReadMark` in simulation/secrecy says who may read it.

export type StoredMark = {
  id: string
  roomId: string
  subject: 'position' | 'student'
  delegation: string | null
  round: string | null
  participantId: string | null
  criterion: string
  level: number
  evidence: string[]
  noEvidence: boolean
  comment: string | null
  byUserId: string
  at: Date
}
