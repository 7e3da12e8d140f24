-- adds
-- AlterTable
ALTER TABLE "course" ADD COLUMN     "rubric" JSONB;

-- AlterTable
ALTER TABLE "mark" ADD COLUMN     "above" SMALLINT NOT NULL DEFAULT 0;

-- CreateTable
CREATE TABLE "rubric_version" (
    "id" TEXT NOT NULL,
    "activity_id" TEXT NOT NULL,
    "rubric" JSONB NOT NULL,
    "for_all" BOOLEAN NOT NULL,
    "by_user_id" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "rubric_version_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "rubric_version_activity_id_at_idx" ON "rubric_version"("activity_id", "at");

-- AddForeignKey
ALTER TABLE "rubric_version" ADD CONSTRAINT "rubric_version_activity_id_fkey" FOREIGN KEY ("activity_id") REFERENCES "activity"("id") ON DELETE CASCADE ON UPDATE CASCADE;
