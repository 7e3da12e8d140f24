-- changes
-- Nobody grades a second time any more, so who was chosen to is dropped. The levels that second graders gave, and whose were chosen, are
-- somebody's judgement of a student and stay (second_mark, moderation).

-- DropTable
DROP TABLE "second_grader";
