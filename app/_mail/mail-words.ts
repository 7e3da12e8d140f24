// A mail in words, as text and as HTML that says the same: without pictures, without anything that tells when it is read, and without a
// word that somebody wrote in a room.
import { createTranslator } from 'next-intl'
import { dayAndTime } from '#format/days'
import { commaList } from '#format/lists'
import { zoneCity } from '#format/zones'
import {
  invitationPath,
  mailOffNowPath,
  mailOffPath,
  myBesidePath,
  myMailPath,
  myMarksInPath,
  myPath,
  newPasswordPath,
  personalLinkPath,
  workPath,
} from '#paths'
import { phaseName } from '#record/entries/phase-name.ts'
import { KEY_KINDS, type KeyKind, type MailKind, type MailOrder, type MailWords } from '#simulation/beside/mails'
import { askedBeside, pageOfNews } from '#simulation/beside/slices'
import { type Deadline, doAddressOf } from '#simulation/reading/homework/deadlines'
import homeworkRoom from '../_messages/en/homework-room.json'
import mail from '../_messages/en/mail.json'
import { record } from '../_messages/record-texts'

const MESSAGES = { mail, record, 'homework-room': homeworkRoom }

type Block = { text: string } | { items: readonly string[] } | { label: string; href: string; small?: true }

/** The words of a mail, and the address at which a mail program turns its kind off at one press. */
export function mailWords(order: MailOrder): MailWords & { offUrl: string | null } {
  const { locale, kind, site, course, activity, deadline, beside, ahead, link, off, timeZone, news } = order
  const t = createTranslator({ locale, messages: MESSAGES, namespace: 'mail' })
  const names = createTranslator({ locale, messages: MESSAGES, namespace: 'record' })
  const nameOf = (one: Deadline) => phaseName(names, { kind: 'homework' }, one.kind)
  const when = (at: number) => t('when', { at: dayAndTime(locale, at, timeZone), city: zoneCity(timeZone) })
  const asks = askedBeside(beside)
  const due = deadline?.at ?? asks[0]?.closes
  const values = {
    course,
    title: activity?.title ?? '',
    what: deadline ? nameOf(deadline) : '',
    when: due === undefined ? '' : when(due),
  }
  const dates = ahead.map((one) => t('date', { what: nameOf(one), when: when(one.at) }))
  const owed = kind === 'dueDay' || kind === 'dueHours' ? (deadline?.counted ?? []) : []
  const blocks: Block[] = [
    { text: t(`lead.${kind}`, values) },
    ...(activity ? [{ text: t('about', values) }] : []),
    ...(news.length > 0 ? [{ items: news.map(({ kind: what, count }) => t(`news.${what}`, { count })) }] : []),
    ...asks.map(({ counted }) => ({ items: [t('counted', counted)] })),
    ...(owed.length > 0 ? [{ items: owed.map((one) => countedWords(locale, one)) }] : []),
    ...(kind === 'published' || kind === 'moved' || kind === 'extended'
      ? [{ text: t('dates') }, { items: dates }]
      : []),
    { label: t(`go.${kind}`), href: site + addressOf(order) },
    { text: t(link === null ? 'holdsNothing' : `keepIt.${keyOf(kind)}`) },
    ...(off === null
      ? []
      : [
          { label: t('off'), href: site + mailOffPath(off), small: true as const },
          { label: t('kinds'), href: site + myMailPath(), small: true as const },
        ]),
  ]
  const subject = t(`subject.${kind}`, values)
  return {
    subject,
    text: textOf(blocks),
    html: htmlOf(locale, subject, blocks),
    offUrl: off === null ? null : site + mailOffNowPath(off),
  }
}

const keyOf = (kind: MailKind): KeyKind => KEY_KINDS.find((one) => one === kind) ?? 'link'

function addressOf({ kind, activity, link, next, deadline, ahead }: MailOrder): string {
  if (link !== null) {
    const key = keyOf(kind)
    return key === 'recovery'
      ? newPasswordPath(link)
      : key === 'invitation'
        ? invitationPath(link)
        : personalLinkPath(link, next)
  }
  if (!activity) return myMailPath()
  if (kind === 'digest') return myPath()
  if (kind === 'released') return myMarksInPath(activity.id)
  const page = pageOfNews(kind)
  if (page !== null) return myBesidePath(page, activity.id)
  const due = deadline ?? ahead[0]
  return workPath(activity.roomId, due ? doAddressOf(due) : null)
}

function countedWords(locale: string, { requirement, asked, done }: Deadline['counted'][number]): string {
  const t = createTranslator({ locale, messages: MESSAGES, namespace: 'homework-room.meter' })
  const { what, tensions, toEachOther } = requirement
  const more = [
    ...(tensions === undefined ? [] : [t('tensions', { count: tensions })]),
    ...(toEachOther ? [t('toEachOther')] : []),
  ]
  const count = t(what, { done: Math.min(done, asked), asked })
  return done < asked && more.length > 0 ? `${count} (${commaList(locale, more)})` : count
}

const textOf = (blocks: readonly Block[]): string =>
  blocks
    .map((block) => {
      if ('text' in block) return block.text
      return 'items' in block ? block.items.map((item) => `  - ${item}`).join('\n') : `${block.label}:\n  ${block.href}`
    })
    .join('\n\n')

const safe = (text: string): string =>
  text.replace(/[&<>"]/g, (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;' })[sign] ?? '&quot;')

function htmlOf(locale: string, title: string, blocks: readonly Block[]): string {
  const parts = blocks.map((block) => {
    if ('text' in block) return `<p>${safe(block.text)}</p>`
    if ('items' in block) return `<ul>${block.items.map((item) => `<li>${safe(item)}</li>`).join('')}</ul>`
    const anchor = `<a href="${safe(block.href)}">${safe(block.label)}</a>`
    return `<p>${block.small ? `<small>${anchor}</small>` : `<strong>${anchor}</strong>`}</p>`
  })
  const head = `<meta charset="utf-8"><title>${safe(title)}</title>`
  const style = 'font:16px/1.5 sans-serif;max-width:36em;margin:1.5em auto;padding:0 1em'
  return `<!doctype html><html lang="${locale}"><head>${head}</head><body style="${style}">${parts.join('\n')}</body></html>`
}
