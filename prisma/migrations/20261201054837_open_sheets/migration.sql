-- adds
-- CreateTable
CREATE TABLE "open_sheet" (
    "participant_id" TEXT NOT NULL,
    "user_id" TEXT NOT NULL,
    "since" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "said_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "open_sheet_pkey" PRIMARY KEY ("participant_id","user_id")
);

-- CreateIndex
CREATE INDEX "open_sheet_user_id_idx" ON "open_sheet"("user_id");

-- AddForeignKey
ALTER TABLE "open_sheet" ADD CONSTRAINT "open_sheet_participant_id_fkey" FOREIGN KEY ("participant_id") REFERENCES "participant"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "open_sheet" ADD CONSTRAINT "open_sheet_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "app_user"("id") ON DELETE CASCADE ON UPDATE CASCADE;
