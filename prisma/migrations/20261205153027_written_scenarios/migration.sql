-- adds
CREATE TYPE "scenario_reach" AS ENUM ('author', 'course', 'everybody');

CREATE TABLE "written_scenario" (
    "id" TEXT NOT NULL,
    "course_id" TEXT NOT NULL,
    "author_id" TEXT,
    "reach" "scenario_reach" NOT NULL DEFAULT 'author',
    "title" TEXT NOT NULL,
    "writing" JSONB NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "saved_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "shelved_at" TIMESTAMPTZ(3),

    CONSTRAINT "written_scenario_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "scenario_version" (
    "scenario_id" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "by_id" TEXT,
    "begun_at" TIMESTAMPTZ(3) NOT NULL,
    "saved_at" TIMESTAMPTZ(3) NOT NULL,
    "writing" JSONB NOT NULL,

    CONSTRAINT "scenario_version_pkey" PRIMARY KEY ("scenario_id", "version")
);

CREATE INDEX "written_scenario_course_id_idx" ON "written_scenario"("course_id");
CREATE INDEX "written_scenario_author_id_idx" ON "written_scenario"("author_id");
CREATE INDEX "scenario_version_by_id_idx" ON "scenario_version"("by_id");

ALTER TABLE "written_scenario" ADD CONSTRAINT "written_scenario_course_id_fkey" FOREIGN KEY ("course_id") REFERENCES "course"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "written_scenario" ADD CONSTRAINT "written_scenario_author_id_fkey" FOREIGN KEY ("author_id") REFERENCES "app_user"("id") ON DELETE SET NULL ON UPDATE CASCADE;
ALTER TABLE "scenario_version" ADD CONSTRAINT "scenario_version_scenario_id_fkey" FOREIGN KEY ("scenario_id") REFERENCES "written_scenario"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "scenario_version" ADD CONSTRAINT "scenario_version_by_id_fkey" FOREIGN KEY ("by_id") REFERENCES "app_user"("id") ON DELETE SET NULL ON UPDATE CASCADE;
