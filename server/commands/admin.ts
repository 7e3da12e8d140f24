/**
 * The operator's command line, `npm run admin -- …`: accounts, backup, restore, erasure, doctor. A command may run while a server
 * has the database, except `restore`, which would take the tables from under it.
 */

import { randomInt } from 'node:crypto'
import path from 'node:path'
import { roomId } from '#simulation/kernel/ids'
import { MINUTE_MS } from '#simulation/kernel/time'
import { invitationPath } from '#simulation/wire/paths'
import { audit, auditWritten } from '../base/audit'
import { database } from '../base/database'
import { environment } from '../base/environment'
import { CopyFault, copyElsewhere } from '../jobs/backup-copy'
import { backupName, readBackups } from '../jobs/daily-backup'
import { backUp } from '../postgres/backup'
import { NotEmpty, restore } from '../postgres/restore'
import { INVITATION_DAYS, invite } from '../store/courses/invitations'
import { eraseRosterPlace, eraseUser } from '../store/erasure/erasure'
import { findTraces } from '../store/erasure/person-traces'
import { isWholeEmail } from '../store/people/email'
import { cleanName } from '../store/people/names'
import { hashPassword } from '../store/people/passwords'
import { findMatches, type PersonMatch } from '../store/people/person-matches'
import { revokeSessionsOf } from '../store/people/sessions'
import { createAccount, findAccount } from '../store/people/users'
import { redact } from '../store/records/redaction'
import { type Command, type CommandCall, readLine, type Say, wanted } from './command-call'
import { type CommandDatabase, MIGRATIONS, openCommandDatabase } from './command-database'
import { commandFault } from './command-fault'
import { lookOver } from './doctor'
import { erasureReport, wholeLine } from './erasure-report'
import { mendRoom } from './mend-room'
import { redactionReport } from './redaction-report'
import { Refusal } from './refusal'
import { updateHere } from './update'

/** A backup holds no secret: whoever finds one must not be able to sign in as everybody. */
const SIGN_IN_AGAIN =
  'Everybody must sign in again, unless this server signs with the secret of the one that made the backup: copy its file `secret` into DATA_DIR, or set NEXTAUTH_SECRET to it, before the start. Students who came by a code type it again and take up their seat as from another device, which their instructor confirms.'

const COMMANDS: Record<string, Command> = {
  'create-admin': {
    usage: 'create-admin <e-mail> <name>',
    does: 'makes an account that sees every course, with a password that is shown once',
    run: createAdmin,
  },
  invite: {
    usage: 'invite [--email <e-mail>] [--days <n>]',
    does: 'prints a link that lets one person make an account; it is used once',
    run: inviteSomebody,
  },
  'reset-password': {
    usage: 'reset-password <e-mail>',
    does: 'gives an account a new password, shown once, and signs it out everywhere',
    run: resetPassword,
  },
  'revoke-sessions': {
    usage: 'revoke-sessions <e-mail> | --everybody',
    does: 'signs an account, or everybody, out everywhere, at once',
    run: revokeSessions,
  },
  backup: { usage: 'backup [file]', does: 'writes everything the database holds into a file', run: writeBackup },
  restore: {
    usage: 'restore <file> [--replace]',
    does: 'puts a backup back, while no server runs; --replace gives up what the database holds',
    run: readBackup,
  },
  update: {
    usage: 'update [--to <tag>] [--notes]',
    does: 'builds the newest release, or another, beside this one, backs up and starts it; --notes only says what it brings',
    runAlone: ({ flags, say }) => updateHere(flags.get('--to') ?? null, flags.has('--notes'), say),
  },
  'erase-student': {
    usage: 'erase-student <e-mail, number, id or name> [--yes]',
    does: 'forgets a person for good; without --yes it only says whom it would forget',
    run: eraseStudent,
  },
  'mend-room': {
    usage: 'mend-room <room>',
    does: 'ends a record that has a gap before the gap, and keeps the rows behind it in a file; doctor names such rooms',
    run: mend,
  },
  redact: {
    usage: 'redact <room> <entry>',
    does: 'takes words out of a record for good and leaves a fingerprint; the entry is its number, or a place such as position/…',
    run: redactWords,
  },
  doctor: { usage: 'doctor', does: 'looks the house over and says what should be mended', run: doctor },
}

/** Runs one command line and returns its exit code: 0 when it was carried out, otherwise 1. */
export async function administer(line: readonly string[], say: Say, complain: Say): Promise<number> {
  const [name = '', ...rest] = line
  const command = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined
  if (!command) {
    const width = Math.max(...Object.values(COMMANDS).map(({ usage }) => usage.length))
    const lines = Object.values(COMMANDS).map(({ usage, does }) => `  ${usage.padEnd(width)}  ${does}`)
    say(['npm run admin -- <command>', ...lines].join('\n'))
    return name === '' || name === 'help' || name === '--help' ? 0 : 1
  }
  let at: CommandDatabase | undefined
  let place = 'the data folder'
  try {
    const call = { usage: command.usage, ...readLine(rest), say }
    if ('runAlone' in command) await command.runAlone(call)
    else {
      const settings = environment()
      place = settings.dataDir
      at = await openCommandDatabase(settings, { upToDate: name !== 'restore' && name !== 'doctor' })
      await command.run({
        ...call,
        at,
        works: (file) => {
          place = file
        },
      })
    }
    return 0
  } catch (error) {
    complain(commandFault(error, place))
    return 1
  } finally {
    await auditWritten()
    await at?.close()
  }
}

async function createAdmin({ usage, words: [address, ...names], say }: CommandCall): Promise<void> {
  const email = wanted(address, usage)
  const name = cleanName(names.join(' '))
  if (!name || !isWholeEmail(email))
    throw new Refusal('Give an e-mail address and a name: npm run admin -- create-admin ada@example.edu Ada Byron')
  const password = newPassword()
  const made = await createAccount({ name, email, password, isAdmin: true })
  if (made === 'email-taken') throw new Refusal(`There is an account with the address ${email} already.`)
  say(
    `${name} sees every course now. Sign in as ${made.email} with this password, which is not shown again:\n${password}`,
  )
}

async function inviteSomebody({ usage, words, flags, say }: CommandCall): Promise<void> {
  const { publicUrl, signUp } = environment()
  if (signUp === 'closed') throw new Refusal('SIGN_UP=closed: nobody makes an account. Set SIGN_UP=invited first.')
  const [given = String(INVITATION_DAYS), address] = [flags.get('--days'), flags.get('--email')]
  const days = Number(given)
  if (words.length > 0 || !Number.isInteger(days) || days < 1 || days > 365 || (address && !isWholeEmail(address)))
    throw new Refusal(`Say it whole, with 1 to 365 days: npm run admin -- ${usage}`)
  const made = await invite({ by: null, email: address || null, to: null, days })
  if (!made.ok) throw new Refusal('The invitation could not be made.')
  say(
    `Pass this link on. Whoever opens it first makes one account; it works for ${days} days and is not shown again:\n${publicUrl}${invitationPath(made.token)}`,
  )
}

async function resetPassword({ usage, words: [address], say }: CommandCall): Promise<void> {
  const account = await accountOf(wanted(address, usage))
  const password = newPassword()
  const passwordHash = await hashPassword(password)
  await database().$transaction(async (on) => {
    await on.user.update({ where: { id: account.id }, data: { passwordHash } })
    await on.passwordRecovery.deleteMany({ where: { userId: account.id } })
    await revokeSessionsOf(on, account.id)
  })
  say(`${account.email} is signed out everywhere. The new password, which is not shown again:\n${password}`)
}

async function revokeSessions({ usage, words: [address], flags, say }: CommandCall): Promise<void> {
  const everybody = flags.has('--everybody')
  const whose = everybody
    ? (await database().user.findMany({ select: { id: true } })).map(({ id }) => id)
    : [(await accountOf(wanted(address, usage))).id]
  await database().$transaction(
    async (on) => {
      for (const id of whose) await revokeSessionsOf(on, id)
    },
    { timeout: MINUTE_MS },
  )
  say(everybody ? `All ${whose.length} people are signed out everywhere.` : `${address} is signed out everywhere.`)
}

async function accountOf(address: string) {
  const account = await findAccount(address)
  if (!account) throw new Refusal(`There is no account with the address ${address}.`)
  return account
}

async function writeBackup({ words: [given], at, say, works }: CommandCall): Promise<void> {
  const now = new Date()
  const { backupDir, backupCopy } = environment()
  const file = path.resolve(given ?? path.join(backupDir ?? '.', backupName(now)))
  works(file)
  const { rows, checksum } = await backUp(at.sessionUrl, file, now)
  say(`Wrote ${rows} rows to ${file} (checksum ${checksum}).`)
  if (backupCopy === null) return
  try {
    await copyElsewhere(file, backupDir ?? path.dirname(file), backupCopy)
  } catch (error) {
    if (error instanceof CopyFault) throw new Refusal(`That backup stands, but it was not copied: ${error.message}`)
    throw error
  }
  say(`Copied it to ${backupCopy.given}.`)
}

async function readBackup({ usage, words: [given], flags, at, say, works }: CommandCall): Promise<void> {
  const file = path.resolve(wanted(given, usage))
  works(file)
  if (at.inUse) throw new Refusal(`${at.inUse.split(': ')[0]}: stop every server, restore, and start them again.`)
  try {
    const { rows, checksum } = await restore(at.sessionUrl, file, MIGRATIONS, flags.has('--replace'))
    audit({ what: 'backup-restored', by: null })
    say(`Restored ${rows} rows from ${file}; what the database holds now is equal by checksum (${checksum}).`)
    say(SIGN_IN_AGAIN)
  } catch (error) {
    if (!(error instanceof NotEmpty)) throw error
    throw new Refusal(`${error.message} Say --replace to give them up for what the backup holds.`)
  }
}

async function eraseStudent({ usage, words, flags, say }: CommandCall): Promise<void> {
  const who = wanted(words.join(' '), usage)
  const found = await findMatches(who)
  const [only] = found
  if (!only) throw new Refusal('Nobody here has that e-mail, number, id or name.')
  if (found.length > 1) throw new Refusal(['Several people are meant; say one by id:', ...found.map(lineOf)].join('\n'))
  if (only.isStaff)
    throw new Refusal(
      `${only.name} has a part in a course or keeps the house, and is no student to be erased: let them leave their courses first.`,
    )
  if (!flags.has('--yes')) {
    const whole = await findTraces(database(), only.kind === 'user' ? { userId: only.id } : { placeId: only.id })
    const also = whole ? `\n${wholeLine(whole)}` : ''
    say(`Would forget:\n${lineOf(only)}${also}\nNothing is changed yet: say --yes to forget them for good.`)
    return
  }
  const erased = only.kind === 'user' ? await eraseUser(only.id) : await eraseRosterPlace(only.id)
  if (!erased) throw new Refusal('They were gone already.')
  say('Forgotten. Records read on without the name; backups made before this keep it until they are cleared away.')
  for (const line of erasureReport(erased)) say(line)
}

async function redactWords({ usage, words: [room, entry], say }: CommandCall): Promise<void> {
  const [id, place] = [wanted(room, usage), wanted(entry, usage)]
  const done = await redact(id, place)
  if (!done)
    throw new Refusal(`No words stand at ${place} in a room ${id}: look at the number of the entry in its transcript.`)
  for (const line of redactionReport(done, await readBackups(environment().backupDir ?? '.'))) say(line)
}

function lineOf({ id, kind, name, email, courses }: PersonMatch): string {
  const where = courses.length > 0 ? courses.join(', ') : 'no course'
  return `  ${id}  ${name}${email ? ` <${email}>` : ''}, ${kind === 'user' ? 'has come to' : 'on the roster of'} ${where}`
}

async function mend({ usage, words: [given], say }: CommandCall): Promise<void> {
  const room = roomId.safeParse(wanted(given, usage)).data
  const mended = room ? await mendRoom(room, environment().dataDir) : 'no-gap'
  if (mended === 'no-beginning')
    throw new Refusal('The first row of that record is missing, so nothing of it can be read: restore a backup.')
  if (mended === 'no-gap')
    throw new Refusal('No room of that id has a gap in its record: npm run admin -- doctor names those that have.')
  const { last, taken, file } = mended
  say(`The record ends at row ${last} now, and its room opens again; a server that runs has been told.`)
  say(
    `The ${taken} rows behind the gap are in ${file}. Erasing a person does not reach that file: delete it once you have read it.`,
  )
}

async function doctor({ at, say }: CommandCall): Promise<void> {
  say(at.inUse ? `✓ A server runs.` : '✓ No server runs; looking at its database alone.')
  const findings = await lookOver(at.url, environment(), MIGRATIONS)
  for (const { good, words } of findings) say(`${good ? '✓' : '✗'} ${words}`)
  const mending = findings.filter((finding) => !finding.good).length
  if (mending > 0)
    throw new Refusal(mending === 1 ? 'One thing should be mended.' : `${mending} things should be mended.`)
}

/** 20 signs out of 31 (99 bits), without the pairs that are misread in print: no l, 1, i, o or 0. */
function newPassword(): string {
  const signs = 'abcdefghjkmnpqrstuvwxyz23456789'
  const letters = Array.from({ length: 20 }, () => signs[randomInt(signs.length)])
  return letters.join('').replace(/.{5}(?=.)/g, '$&-')
}
