-- changes
-- All of it stands in annotations (the migration before). A second copy would keep words that a deletion or an erasure takes away there.
-- DropTable
DROP TABLE "note";

-- DropEnum
DROP TYPE "note_for";
