-- changes
-- Comments that a grader kept for later sheets, and who had which sheet open, are offered no more. They may hold a student's name, and with
-- no page that shows them nobody could correct or delete it. Comments that were given to students stand in their marks and stay.

-- DropTable
DROP TABLE "kept_comment";

-- DropTable
DROP TABLE "open_sheet";
