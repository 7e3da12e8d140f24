-- changes
-- What staff noted beside an entry is an annotation: for the class, or for the staff and, where it was addressed so, the student whose entry it is.
-- Copied and dropped at once: a note written in between would be lost, and a second copy would keep words that a deletion or an erasure takes away.
LOCK TABLE "note";

-- AlterTable
ALTER TABLE "annotation" ADD COLUMN     "to_speaker" BOOLEAN NOT NULL DEFAULT false;

INSERT INTO "annotation" ("id", "room_id", "entry", "for", "to_speaker", "tags", "user_id", "at")
SELECT "id", "room_id", "entry", CASE "for" WHEN 'class' THEN 'class'::"annotation_for" ELSE 'instructor'::"annotation_for" END,
       "for" = 'student', '{}', "by_user_id", "at"
  FROM "note";

-- What their writer had heard is asked only of what is for a delegation.
INSERT INTO "annotation_comment" ("id", "annotation_id", "user_id", "text", "seq", "at")
SELECT "id", "id", "by_user_id", "text", 0, "at" FROM "note";

-- DropTable
DROP TABLE "note";

-- DropEnum
DROP TYPE "note_for";
