/** Regrades as the store knows them: what an erasure takes away of them. */
import type { StoredBeside } from '../kind/stored-beside'

export const storedRegrades: StoredBeside = {
  key: 'regrades',
  erases: {
    told: (many) => `${many} ${many === 1 ? 'question' : 'questions'} about a mark`,
    read: async (on, { participants }) => ({
      removed: await on.regrade.count({ where: { participantId: { in: participants.map(({ id }) => id) } } }),
    }),
  },
  forgetsStaff: (on, userId, nobody) =>
    on.regrade.updateMany({ where: { answeredById: userId }, data: { answeredById: nobody } }),
}
