/** A database whose disk is full, by PostgreSQL's own word for it: it answers, it reads, and it takes no row of a room. */
import { rowsOf } from '../files/rows'

const FULL = `
  CREATE FUNCTION is_full() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN RAISE EXCEPTION 'could not extend file: No space left on device' USING ERRCODE = '53100'; END $$;
  CREATE TRIGGER disk_full BEFORE INSERT ON room_event FOR EACH STATEMENT EXECUTE FUNCTION is_full()`

export async function fillUp(url: string): Promise<void> {
  await rowsOf(url, FULL)
}

export async function makeRoom(url: string): Promise<void> {
  await rowsOf(url, 'DROP TRIGGER disk_full ON room_event; DROP FUNCTION is_full')
}
