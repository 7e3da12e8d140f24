'use client'
// The sheet through which a record leaves: as a file, on paper or by a link. It asks first for whom, and shows what goes out and what stays.
// Without scripts its files for the class are plain links.
import { useTranslations } from 'next-intl'
import { type ReactNode, useState, useSyncExternalStore } from 'react'
import { exportPath, paperPath } from '#paths'
import { type FileReader, readerCode } from '#simulation/secrecy/file-reader'
import { Button, LinkButton } from '#ui/controls/button'
import { Checkbox } from '#ui/controls/checkbox'
import { Field } from '#ui/controls/field'
import { Segmented } from '#ui/controls/segmented'
import { Select } from '#ui/controls/select'
import { Dialog } from '#ui/over/dialog'
import { GoesOut } from './goes-out'
import { LinkWay } from './link-way'
import { ReaderChoice, type SideChoice } from './reader-choice'
import styles from './share-sheet.module.css'
import { useShareCount } from './use-share-count'

const FORMATS = ['docx', 'md', 'csv', 'json'] as const
type Format = (typeof FORMATS)[number]
const WAYS = ['file', 'paper', 'link'] as const
type Way = (typeof WAYS)[number]
const never = () => () => undefined

export type Sharing = {
  room: { id: string; name: string }
  /** The page's filter as a query; files and paper apply it. */
  query: string
  /** Whether the reader may read the whole record: what they take out for themselves is the staff's. */
  isStaff: boolean
  /** Whether the reader may make links, which hold the whole record. */
  mayLink: boolean
  timeZone: string
  /** The delegations whose side may be handed out; empty while that is sealed. */
  sides: readonly SideChoice[]
}

export function ShareSheet(sharing: Sharing) {
  const t = useTranslations('transcript.share')
  const [open, setOpen] = useState(false)
  const scripted = useSyncExternalStore(
    never,
    () => true,
    () => false,
  )
  if (!scripted) return <PlainFiles {...sharing} />
  return (
    <Dialog
      width="wide"
      title={t('title', { room: sharing.room.name })}
      description={t('lead')}
      open={open}
      onOpenChange={setOpen}
      trigger={
        <Button size="dense" icon="down">
          {t('open')}
        </Button>
      }
    >
      {open ? <Sheet {...sharing} /> : null}
    </Dialog>
  )
}

function Sheet(sharing: Sharing) {
  const t = useTranslations('transcript.share')
  const { room, query } = sharing
  const [way, setWay] = useState<Way>('file')
  const [reader, setReader] = useState<FileReader>({ kind: 'class' })
  const code = readerCode(reader)
  const part = way === 'link' ? '' : query
  const [annotated, annotate] = useState(false)
  // Into the rest no annotation goes (D30).
  const mayAnnotate = reader.kind === 'class' || reader.kind === 'own'
  const beside = mayAnnotate ? (
    <Checkbox checked={annotated} onChange={() => annotate(!annotated)}>
      {t(reader.kind === 'own' && sharing.isStaff ? 'annotations.staff' : 'annotations.class')}
    </Checkbox>
  ) : null
  const wish = mayAnnotate && annotated ? 'annotations=with' : ''
  const counted = useShareCount(room.id, code, part)
  const ways = WAYS.filter((each) => each !== 'link' || sharing.mayLink).map((value) => ({
    value,
    label: t(`ways.${value}`),
  }))
  return (
    <>
      <Segmented label={t('way')} options={ways} value={way} onValueChange={setWay} />
      <div className={styles.columns}>
        <ReaderChoice {...sharing} reader={reader} choose={setReader} />
        <div className={`form ${styles.right}`}>
          <GoesOut counted={counted} roomId={room.id} reader={reader} isExcerpt={part !== ''} />
          {way === 'file' ? (
            <FileWay {...sharing} reader={reader} name={counted.count?.name ?? null} beside={beside} wish={wish} />
          ) : null}
          {way === 'paper' ? (
            <div className={`fields ${styles.act}`}>
              {beside}
              <LinkButton kind="primary" href={paperPath(room.id, code, [query, wish].filter(Boolean).join('&'))}>
                {t('print')}
              </LinkButton>
            </div>
          ) : null}
          {way === 'link' ? <LinkWay {...sharing} reader={reader} /> : null}
        </div>
      </div>
    </>
  )
}

type FileWayProps = Sharing & {
  reader: FileReader
  name: string | null
  /** Where annotations can go along, the choice of it, and what the address says where they do. */
  beside: ReactNode
  wish: string
}

/** The complete record is a file for whoever reads all of it, and for nobody else. */
function FileWay({ room, query, isStaff, reader, name, beside, wish }: FileWayProps) {
  const t = useTranslations('transcript.share')
  const [chosen, choose] = useState<Format>('docx')
  const formats = FORMATS.filter((format) => format !== 'json' || reader.kind === 'own')
  const format = formats.find((each) => each === chosen) ?? 'docx'
  const label = (value: Format) => t(`formats.${value === 'json' && !isStaff ? 'ownJson' : value}`)
  const options = formats.map((value) => ({ value, label: label(value) }))
  const wishes = format === 'json' ? [] : [query, wish].filter((part) => part !== '')
  const address = exportPath(room.id, format, readerCode(reader), wishes.join('&'))
  return (
    <div className={`fields ${styles.act}`}>
      <Field label={t('format')}>
        <Select
          options={options}
          value={format}
          onChoose={(value) => choose(formats.find((each) => each === value) ?? 'docx')}
        />
      </Field>
      {format === 'json' ? null : beside}
      {name === null || format === 'json' ? null : <p className={`hint ${styles.name}`}>{`${name}.${format}`}</p>}
      {format === 'json' && isStaff ? (
        <p className="faint">
          <a href={exportPath(room.id, 'json.sig', readerCode(reader))}>{t('signature')}</a> {t('signatureHint')}
        </p>
      ) : null}
      {/* Where the server refuses it with a sentence, the browser shows that as a page. */}
      <Button kind="primary" icon="down" onClick={() => window.location.assign(address)}>
        {t('take')}
      </Button>
    </div>
  )
}

function PlainFiles({ room, query }: Sharing) {
  const t = useTranslations('transcript.share')
  return (
    <noscript>
      {(['docx', 'md', 'csv'] as const).map((format) => (
        <LinkButton key={format} size="dense" prefetch={false} href={exportPath(room.id, format, 'class', query)}>
          {t('plain', { format: t(`formats.${format}`) })}
        </LinkButton>
      ))}
    </noscript>
  )
}
