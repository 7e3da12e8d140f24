// A level that was given, as it is stored and read: what it is about, what shows it, and when. It must not know who may see it.

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
