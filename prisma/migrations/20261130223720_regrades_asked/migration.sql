-- adds
-- CreateTable
CREATE TABLE "regrade" (
    "id" TEXT NOT NULL,
    "participant_id" TEXT NOT NULL,
    "criterion" TEXT NOT NULL,
    "level" SMALLINT NOT NULL,
    "text" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "answer" TEXT,
    "answered_level" SMALLINT,
    "answered_at" TIMESTAMPTZ(3),
    "answered_by_id" TEXT,

    CONSTRAINT "regrade_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "regrade_participant_id_criterion_key" ON "regrade"("participant_id", "criterion");

-- AddForeignKey
ALTER TABLE "regrade" ADD CONSTRAINT "regrade_participant_id_fkey" FOREIGN KEY ("participant_id") REFERENCES "participant"("id") ON DELETE CASCADE ON UPDATE CASCADE;
