/** The migration that made annotations of what staff had noted beside entries: every word is there afterwards, for the readers it had. */
import { readFileSync } from 'node:fs'
import pg from 'pg'
import { expect, test } from 'vitest'
import { readMigrations } from '#server/postgres/migrate'
import { freshDatabase } from '../../support/machines/database'

const HERE = '20261201190706_notes_are_annotations'

test('each note is an annotation of its writer, for the class, the staff, or the staff and the student whose entry it is', async () => {
  const database = await freshDatabase('template0')
  const client = new pg.Client({ connectionString: database.url })
  await client.connect()
  try {
    for (const { name, sql } of readMigrations('prisma/migrations')) if (name < HERE) await client.query(sql)
    // The rooms and people that these rows name are not here.
    await client.query(`DO $$ DECLARE key record; BEGIN
      FOR key IN SELECT conrelid::regclass AS its, conname FROM pg_constraint
                  WHERE contype = 'f' AND conrelid IN ('note'::regclass, 'annotation'::regclass, 'annotation_comment'::regclass)
      LOOP EXECUTE format('ALTER TABLE %s DROP CONSTRAINT %I', key.its, key.conname); END LOOP; END $$`)
    await client.query(`INSERT INTO note (id, room_id, entry, "for", participant_id, about_id, text, by_user_id, at) VALUES
      ('a', 'room', '4', 'chair', NULL, 'mei', 'For us.', 'vera', '2026-11-01T10:00Z'),
      ('b', 'room', 'us1', 'student', 'mei', 'mei', 'For Mei.', 'vera', '2026-11-01T11:00Z'),
      ('c', 'room', '4', 'class', NULL, NULL, 'For all.', NULL, '2026-11-01T12:00Z')`)
    await client.query(readFileSync(`prisma/migrations/${HERE}/migration.sql`, 'utf8'))
    const { rows } = await client.query(
      `SELECT id, room_id, entry, "for", to_speaker, annotation.user_id, comment.user_id AS writer, text, comment.at
         FROM annotation JOIN annotation_comment AS comment USING (id) WHERE annotation_id = id ORDER BY id`,
    )
    const at = (hour: number) => new Date(Date.UTC(2026, 10, 1, hour))
    const by = (user: string | null) => ({ room_id: 'room', user_id: user, writer: user })
    expect(rows).toEqual([
      { id: 'a', entry: '4', for: 'instructor', to_speaker: false, text: 'For us.', at: at(10), ...by('vera') },
      { id: 'b', entry: 'us1', for: 'instructor', to_speaker: true, text: 'For Mei.', at: at(11), ...by('vera') },
      { id: 'c', entry: '4', for: 'class', to_speaker: false, text: 'For all.', at: at(12), ...by(null) },
    ])
  } finally {
    await client.end()
    await database.drop()
  }
})
