-- changes
-- What a word is has new rules: `brien` finds `O’Brien`, 会谈 finds 會談. The index is emptied and filled from the logs by itself.
ALTER TABLE "room_text" ADD COLUMN "runs" TEXT NOT NULL DEFAULT '';
DELETE FROM "room_text_reach";
DELETE FROM "room_text";
