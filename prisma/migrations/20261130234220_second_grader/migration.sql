-- adds
-- CreateTable
CREATE TABLE "second_grader" (
    "activity_id" TEXT NOT NULL,
    "user_id" TEXT NOT NULL,
    "percent" INTEGER NOT NULL,

    CONSTRAINT "second_grader_pkey" PRIMARY KEY ("activity_id")
);

-- CreateTable
CREATE TABLE "second_mark" (
    "id" TEXT NOT NULL,
    "participant_id" TEXT NOT NULL,
    "criterion" TEXT NOT NULL,
    "level" SMALLINT NOT NULL,
    "evidence" TEXT[],
    "no_evidence" BOOLEAN NOT NULL DEFAULT false,
    "comment" TEXT,
    "by_user_id" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "second_mark_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "moderation" (
    "id" TEXT NOT NULL,
    "participant_id" TEXT NOT NULL,
    "choice" TEXT NOT NULL,
    "by_user_id" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "moderation_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "second_mark_participant_id_idx" ON "second_mark"("participant_id");

-- CreateIndex
CREATE INDEX "moderation_participant_id_idx" ON "moderation"("participant_id");

-- AddForeignKey
ALTER TABLE "second_grader" ADD CONSTRAINT "second_grader_activity_id_fkey" FOREIGN KEY ("activity_id") REFERENCES "activity"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "second_grader" ADD CONSTRAINT "second_grader_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "app_user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "second_mark" ADD CONSTRAINT "second_mark_participant_id_fkey" FOREIGN KEY ("participant_id") REFERENCES "participant"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "moderation" ADD CONSTRAINT "moderation_participant_id_fkey" FOREIGN KEY ("participant_id") REFERENCES "participant"("id") ON DELETE CASCADE ON UPDATE CASCADE;
