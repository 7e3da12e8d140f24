'use client'
// Every way out of a record: files for people, the whole of it for a program, and paper. The menu needs a script, so without one its
// files stand there as plain links.
import { useTranslations } from 'next-intl'
import { useSyncExternalStore } from 'react'
import { Button, LinkButton } from '#ui/button'
import { Menu, type MenuItem } from '#ui/menu'

const FORMATS = ['docx', 'md', 'csv'] as const
const NAMES = { docx: 'word', md: 'markdown', csv: 'sheet' } as const
const never = () => () => undefined

type ExportMenuProps = {
  /** The address of the room's exports. */
  file: string
  /** The wishes in the page's address; files for people follow them. */
  query: string
  /** Whether all of the record is theirs to read, so that the file can be brought back. */
  isComplete: boolean
  /** Where to print from, when only a part of the record stands on this page. */
  paper: string | null
}

export function ExportMenu({ file, query, isComplete, paper }: ExportMenuProps) {
  const t = useTranslations('transcript')
  const scripted = useSyncExternalStore(
    never,
    () => true,
    () => false,
  )
  const files = [
    ...FORMATS.map((format) => {
      const name = t(`export.${NAMES[format]}`)
      const href = `${file}?format=${format}${query ? `&${query}` : ''}`
      return { href, label: query ? t('export.excerpt', { format: name }) : name }
    }),
    { href: `${file}?format=json`, label: t(isComplete ? 'export.complete' : 'export.own') },
  ]
  if (!scripted) {
    return (
      <noscript>
        {files.map(({ href, label }) => (
          <LinkButton key={href} size="dense" href={href} download prefetch={false}>
            {label}
          </LinkButton>
        ))}
      </noscript>
    )
  }
  const items: MenuItem[] = [
    ...files.map(({ href, label }): MenuItem => ({ kind: 'link', href, label, download: true })),
    { kind: 'divider' },
    paper === null
      ? { label: t('print'), onSelect: () => window.print() }
      : { kind: 'link', href: paper, label: t('long.print') },
  ]
  return (
    <Menu
      align="end"
      trigger={
        <Button size="dense" icon="down">
          {t('export.open')}
        </Button>
      }
      items={items}
    />
  )
}
