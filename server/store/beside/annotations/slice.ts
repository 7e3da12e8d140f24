/** Annotations as the store knows them: when the mails about them change, and what an erasure takes away of them. */
import { Prisma } from '#server/generated/prisma/client'
import type { StoredBeside } from '../kind/stored-beside'
import { readErasedComments } from './erased-comments'

export const storedAnnotations: StoredBeside = {
  key: 'annotations',
  seen: [
    Prisma.sql`(SELECT max(annotation_comment.at) FROM annotation_comment
                  JOIN annotation ON annotation.id = annotation_id WHERE annotation.room_id = room.id)`,
  ],
  erases: {
    told: (many) =>
      `${many} ${many === 1 ? 'comment' : 'comments'} beside records, theirs and the staff's on what they said`,
    read: readErasedComments,
  },
}
