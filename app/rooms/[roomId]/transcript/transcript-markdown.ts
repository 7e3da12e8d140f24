// A record as Markdown: the same entries in the same words as the page, for whoever reads or quotes it elsewhere.
// It is given what the reader may hear; what people wrote is escaped, so that it stays their words and nothing more.
import type { DelegationId } from '#simulation/ids'
import type { RoomPlan } from '#simulation/plan'
import type { Roll } from '#simulation/protocol'
import type { IssuedClause } from '#simulation/room-event'
import type { Paragraph } from '#simulation/transcript'
import { signed } from '../../../_ui/signed'
import { TABLE_ORDER } from '../../../_ui/table-order'
import { procedureSentence } from '../../_record/procedure-sentence'
import { timeOfDay } from '../../_record/time-of-day'
import { sectionsOf } from './transcript-sections'
import { rangeWords, sectionTitle, type Words } from './transcript-words'

export type MarkdownAbout = {
  plan: RoomPlan
  roll: Roll
  timeZone: string
  /** The namespaces `transcript`, `record` and `common`. */
  words: { t: Words; record: Words; common: Words }
}

/** `head` is the title and the lines under it; they are our own words or a course's and are escaped like any. */
export function transcriptMarkdown(
  entries: readonly Paragraph[],
  head: { title: string; lines: readonly string[] },
  about: MarkdownAbout,
): string {
  const { t, record } = about.words
  const blocks = [`# ${escaped(head.title)}`, ...head.lines.map(escaped)]
  for (const section of sectionsOf(entries)) {
    const { title, detail } = sectionTitle(t, record, about.plan, section)
    const range = rangeWords(t, section.range)
    blocks.push(
      `## ${[title, detail, range]
        .filter((part) => part !== undefined)
        .map(escaped)
        .join(' · ')}`,
    )
    blocks.push(...section.entries.map((entry) => entryMarkdown(entry, about)))
  }
  return `${[...blocks, `*${escaped(t('markdown.foot'))}*`].join('\n\n')}\n`
}

function entryMarkdown(entry: Paragraph, about: MarkdownAbout): string {
  const mark = `**${entry.no}** ${timeOfDay(entry.at, { timeZone: about.timeZone })}`
  const beneath = metaOf(entry, about)
  return [`${mark} · ${saidMarkdown(entry, about)}`, ...(beneath === '' ? [] : [`*${escaped(beneath)}*`])].join('  \n')
}

function saidMarkdown(entry: Paragraph, about: MarkdownAbout): string {
  const { plan, words } = about
  const { t, record, common } = words
  const office = officeOf(entry, about)
  switch (entry.kind) {
    case 'statement': {
      const text = escaped(entry.text)
      return `${office}${entry.withdrawnBy === null ? text : `~~${text}~~`}`
    }
    case 'withdrawal':
      return `${office}${escaped([record('withdrawal', { number: entry.withdraws }), entry.text ?? ''].join(' ').trim())}`
    case 'news': {
      const from = entry.form === '' ? record('ownWords') : t('markdown.news', { form: entry.form })
      return `*${escaped(from)}* **${escaped(entry.headline)}** ${escaped(entry.text)}`
    }
    case 'note':
      return `**${escaped(addressee(entry.to, about))}.** ${escaped(entry.text)}`
    case 'caucus':
    case 'bilateral':
      return `${office}${escaped(entry.text)}`
    case 'help': {
      const answer = entry.answer === null ? record('help.waiting') : record('help.answer', { answer: entry.answer })
      return `${office}${escaped(`${entry.text} ${answer}`)}`
    }
    case 'reflection':
      return `*${escaped(plan.reflectionPrompts[entry.prompt] ?? '')}* ${escaped(entry.text)}`
    case 'bracket': {
      const heading = plan.communique.clauses.find((clause) => clause.key === entry.clause)?.heading ?? ''
      const country = entry.delegation ? common(`delegations.${entry.delegation}.name`) : ''
      return `**${escaped(record('bracket', { country, heading }))}.** ${escaped(entry.text)}`
    }
    case 'reveal':
      return revealMarkdown(entry, about)
    case 'issued':
      return [
        escaped(record('issued.title')),
        ...entry.clauses.map((clause, place) => clauseMarkdown(clause, place + 1, about)),
      ].join('\n\n')
    case 'procedure':
      return `*${escaped(procedureSentence(record, common, plan, entry.sentence, about.timeZone))}*`
    default:
      return entry satisfies never
  }
}

function revealMarkdown(entry: Extract<Paragraph, { kind: 'reveal' }>, { plan, words }: MarkdownAbout): string {
  const { t, record, common } = words
  const round = plan.rounds.find((each) => each.key === entry.round)?.title ?? ''
  const stands = TABLE_ORDER.map((delegation) => {
    const country = common(`delegations.${delegation}.name`)
    const position = entry.positions[delegation]?.position
    if (!position) return `- **${record('reveal.notFiled', { country })}**`
    const value = `**${record('reveal.value', { country, value: signed(position.value) })}.**`
    const leans = position.anchors.map((anchor) => (typeof anchor === 'string' ? `¶ ${anchor}` : anchor.source))
    const redLine = position.redLine === '' ? '' : `${t('markdown.redLine')} ${position.redLine}`
    return `- ${[value, ...[position.text, redLine, leans.join(', ')].filter((part) => part !== '').map(escaped)].join(' ')}`
  })
  return [escaped(record(`reveal.${entry.stage}`, { round })), ...stands].join('\n')
}

function clauseMarkdown(clause: IssuedClause, place: number, { words }: MarkdownAbout): string {
  const { t, record, common } = words
  const names = (list: readonly DelegationId[]) => list.map((each) => common(`delegations.${each}.name`)).join(', ')
  const standing = clause.standing.map(({ delegations, text, reason }) => {
    const why = reason === null ? '' : ` ${t('markdown.reason', { reason })}`
    return `   - ${escaped(`${t('markdown.standing', { who: names(delegations), text })}${why}`)}`
  })
  const votes = TABLE_ORDER.flatMap((delegation) => {
    const cast = clause.votes[delegation]
    if (!cast) return []
    const voted = { country: names([delegation]), vote: record(`votes.${cast.vote}`) }
    return [
      cast.reason === null
        ? t('markdown.vote', voted)
        : t('markdown.voteWithReason', { ...voted, reason: cast.reason }),
    ]
  })
  const outcome = t(clause.outcome === 'passed' ? 'markdown.passed' : 'markdown.notPassed')
  const voted = `${outcome} ${t('markdown.issuedBy', { votes: votes.join(', ') })}`
  return [
    `${place}. **${escaped(clause.heading)}.** ${escaped(clause.text)}`,
    ...standing,
    `   - ${escaped(voted)}`,
  ].join('\n')
}

/** "**JP, The Finance Minister.** " before what an office said. */
function officeOf(entry: Paragraph, { plan, words }: MarkdownAbout): string {
  const seat = plan.seats.find((each) => each.id === entry.seat)
  if (!seat) return ''
  const letters = seat.delegation ? `${words.common(`delegations.${seat.delegation}.letters`)}, ` : ''
  return `**${escaped(`${letters}${words.record('the', { title: seat.title })}.`)}** `
}

function addressee(to: Extract<Paragraph, { kind: 'note' }>['to'], { plan, words }: MarkdownAbout): string {
  if (to === 'room') return words.record('note.room')
  const seat = plan.seats.find((each) => each.id === to)
  if (seat) return words.record('note.seat', { title: seat.title })
  return words.record('note.delegation', { country: words.common(`delegations.${to}.name`) })
}

function metaOf(entry: Paragraph, about: MarkdownAbout): string {
  const { t, record, common } = about.words
  const named = entry.person === null ? undefined : about.roll[entry.person]
  const parts: (string | undefined)[] = [entry.understudy ? record('understudy') : named]
  switch (entry.kind) {
    case 'statement':
      parts.push(
        record(`intents.${entry.intent}`),
        entry.seconds > 0 ? record('seconds', { count: entry.seconds }) : undefined,
        entry.answers === null ? undefined : t('markdown.answers', { number: entry.answers }),
        entry.late ? record('late') : undefined,
        entry.withdrawnBy === null ? undefined : t('markdown.withdrawn', { number: entry.withdrawnBy }),
        ...entry.anchors.map((anchor) => (typeof anchor === 'string' ? `¶ ${anchor}` : anchor.source)),
      )
      break
    case 'withdrawal':
      parts.push(t('markdown.withdraws', { number: entry.withdraws }))
      break
    case 'caucus':
      parts.push(
        entry.delegation ? record('caucus', { capital: common(`delegations.${entry.delegation}.capital`) }) : undefined,
      )
      break
    case 'bilateral': {
      const [first, second] = entry.between.split('-')
      parts.push(
        record('bilateral', {
          first: common(`delegations.${first}.capital`),
          second: common(`delegations.${second}.capital`),
        }),
      )
      break
    }
    case 'reflection':
      parts.push(record('reflection'))
      break
    case 'help':
      parts.push(record('help.call'))
      break
    case 'news':
      parts.push(entry.retracted ? record('retracted') : undefined, ...entry.anchors.map((anchor) => `¶ ${anchor}`))
      break
    case 'note':
    case 'bracket':
    case 'reveal':
    case 'issued':
    case 'procedure':
      if (entry.kind === 'procedure') return ''
      break
    default:
      entry satisfies never
  }
  return parts.filter((part) => part !== undefined && part !== '').join(' · ')
}

/** Words as they are: what Markdown or HTML would read as a sign is escaped, and line breaks stay line breaks. */
export function escaped(words: string): string {
  return words
    .replace(/[\\`*_[\]<>#|~]/g, '\\$&')
    .replace(/&/g, '&amp;')
    .replace(/^(\s*)([-+]|\d+\.)(?=\s)/gm, (_, space: string, sign: string) => `${space}\\${sign}`)
    .replace(/\r?\n/g, '  \n')
}
