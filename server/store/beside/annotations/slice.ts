/** Annotations as the store knows them: when the mails about them change, what goes into a research file, and what an erasure takes away. */
import { Prisma } from '#server/generated/prisma/client'
import { threadGoesToResearch } from '#simulation/secrecy/annotations'
import type { StoredBeside } from '../kind/stored-beside'
import { readErasedComments } from './erased-comments'
import { readThreads } from './stored-threads'

export const storedAnnotations: StoredBeside = {
  key: 'annotations',
  seen: [
    Prisma.sql`(SELECT max(annotation_comment.at) FROM annotation_comment
                  JOIN annotation ON annotation.id = annotation_id WHERE annotation.room_id = room.id)`,
  ],
  readResearch: async (roomId) => {
    const threads = ((await readThreads([roomId])).get(roomId) ?? []).filter(threadGoesToResearch)
    const people = threads.flatMap(({ comments }) => comments.flatMap(({ person }) => person ?? []))
    return { given: { annotations: threads }, people }
  },
  erases: {
    told: (many) =>
      `${many} ${many === 1 ? 'comment' : 'comments'} beside records, theirs and the staff's on what they said`,
    read: readErasedComments,
  },
}
