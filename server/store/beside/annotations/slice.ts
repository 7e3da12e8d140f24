/** Annotations as the store knows them: when the mails about them change. */
import { Prisma } from '#server/generated/prisma/client'
import type { StoredBeside } from '../kind/stored-beside'

export const storedAnnotations: StoredBeside = {
  key: 'annotations',
  seen: [
    Prisma.sql`(SELECT max(annotation_comment.at) FROM annotation_comment
                  JOIN annotation ON annotation.id = annotation_id WHERE annotation.room_id = room.id)`,
  ],
}
