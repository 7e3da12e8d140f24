// Written words with their emphasis, lists and addresses (simulation/kernel/formatting.ts), all of it within a line of other words. An address
// is shown whole, so that everybody sees where it leads.
import { Fragment, type ReactNode } from 'react'
import { type FormattedLine, formattedLines } from '#simulation/kernel/formatting'
import type { Highlights } from '#simulation/kernel/search-text'
import styles from './formatted-words.module.css'
import { withMarks } from './marked-words'

type FormattedProps = { text: string; marks?: Highlights | null | undefined; links?: boolean }

export function Formatted({ text, marks, links = true }: FormattedProps): ReactNode {
  const lines = formattedLines(text)
  if (!lines) return withMarks(text, marks)
  return runsOf(lines).map(({ isItem, lines: run }, place) =>
    isItem ? (
      // biome-ignore lint/suspicious/noArrayIndexKey: the lines of one text keep their order
      // biome-ignore lint/a11y/useSemanticElements: a list element cannot stand within a paragraph
      <span key={place} role="list" className={styles.list}>
        {run.map((line, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: as above
          // biome-ignore lint/a11y/useSemanticElements: as above
          <span key={at} role="listitem" className={styles.item}>
            <Line line={line} marks={marks} links={links} />
          </span>
        ))}
      </span>
    ) : (
      // biome-ignore lint/suspicious/noArrayIndexKey: as above
      <Fragment key={place}>
        {run.map((line, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: as above
          <Fragment key={at}>
            {at > 0 ? '\n' : null}
            <Line line={line} marks={marks} links={links} />
          </Fragment>
        ))}
      </Fragment>
    ),
  )
}

const Line = ({ line, marks, links }: { line: FormattedLine; marks: Highlights | null | undefined; links: boolean }) =>
  line.stretches.map(({ kind, text }, place) => {
    const words = withMarks(text, marks)
    // biome-ignore-start lint/suspicious/noArrayIndexKey: the stretches of one line keep their order
    if (kind === 'emphasis') return <em key={place}>{words}</em>
    if (kind === 'words' || !links) return <Fragment key={place}>{words}</Fragment>
    return (
      <a key={place} href={text} target="_blank" rel="noopener noreferrer nofollow" className={styles.link}>
        {words}
      </a>
    )
    // biome-ignore-end lint/suspicious/noArrayIndexKey: as above
  })

/** Lines that follow each other and are all of a list, or none of them. */
function runsOf(lines: readonly FormattedLine[]): { isItem: boolean; lines: FormattedLine[] }[] {
  const runs: { isItem: boolean; lines: FormattedLine[] }[] = []
  for (const line of lines) {
    const last = runs.at(-1)
    if (last?.isItem === line.isItem) last.lines.push(line)
    else runs.push({ isItem: line.isItem, lines: [line] })
  }
  return runs
}
