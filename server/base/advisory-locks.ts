/**
 * The numbers of PostgreSQL's advisory locks that servers of one database take. They stand together so that no two are the same: whoever
 * waited for one would wait for the holder of the other. Arbitrary ones: another program that took them in this database would be in the way.
 */
export const LOCKS = {
  /** Keeps a database to one server, or to those that share it (leader-lease.ts). */
  lease: 7_472_205_110,
  /** One server after another does the work of a start (start-lock.ts). */
  start: 7_472_205_111,
  /** One server does the daily work and the index for all (jobs/leader-job.ts). */
  work: 7_472_205_112,
  /** Prisma's own engine takes this one too: without it both could apply the same migration at once (migrate.ts). */
  migrations: 72_707_369,
} as const
