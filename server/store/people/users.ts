/** User rows: accounts, which have an e-mail and a password, and guests, who have only a name. */
import { randomUUID } from 'node:crypto'
import { Prisma } from '#server/generated/prisma/client'
import { type Database, database } from '../../base/database'
import { foldEmail } from './email'
import { checkPassword, hashPassword } from './passwords'

/** A user without the password hash. */
export type Person = { id: string; kind: 'account' | 'guest'; name: string; email: string | null; isAdmin: boolean }

export const personColumns = { id: true, kind: true, name: true, email: true, isAdmin: true } as const

export async function createAccount(
  account: { name: string; email: string; password: string; isAdmin?: boolean },
  on: Database = database(),
): Promise<Person | 'email-taken'> {
  const passwordHash = await hashPassword(account.password)
  try {
    return await on.user.create({
      data: {
        id: randomUUID(),
        kind: 'account',
        name: account.name,
        email: foldEmail(account.email),
        passwordHash,
        isAdmin: account.isAdmin ?? false,
      },
      select: personColumns,
    })
  } catch (error) {
    if (error instanceof Prisma.PrismaClientKnownRequestError && error.code === 'P2002') return 'email-taken'
    throw error
  }
}

export async function createGuest(on: Database, name: string): Promise<Person> {
  return on.user.create({ data: { id: randomUUID(), kind: 'guest', name }, select: personColumns })
}

/** Creates the guests of one batch of people who join. */
export async function createGuests(on: Database, guests: readonly Pick<Person, 'id' | 'name'>[]): Promise<void> {
  await on.user.createMany({ data: guests.map(({ id, name }) => ({ id, kind: 'guest' as const, name })) })
}

/** The account with this e-mail and password. An unknown address takes the same time and gives the same answer as a wrong password. */
export async function findByPassword(email: string, password: string): Promise<Person | null> {
  const row = await database().user.findUnique({
    where: { email: foldEmail(email) },
    select: { ...personColumns, passwordHash: true },
  })
  const right = await checkPassword(row?.passwordHash ?? null, password)
  if (!row || !right) return null
  const { passwordHash: _, ...person } = row
  return person
}

export async function findAccount(email: string): Promise<Person | null> {
  return database().user.findUnique({ where: { email: foldEmail(email) }, select: personColumns })
}
