-- AlterTable
ALTER TABLE "roster_place" ADD COLUMN     "section" TEXT;

-- CreateTable
CREATE TABLE "prepared_table" (
    "activity_id" TEXT NOT NULL,
    "roster_place_id" TEXT NOT NULL,
    "room_id" TEXT NOT NULL,

    CONSTRAINT "prepared_table_pkey" PRIMARY KEY ("activity_id","roster_place_id")
);

-- CreateIndex
CREATE INDEX "prepared_table_roster_place_id_idx" ON "prepared_table"("roster_place_id");

-- CreateIndex
CREATE INDEX "prepared_table_room_id_idx" ON "prepared_table"("room_id");

-- AddForeignKey
ALTER TABLE "prepared_table" ADD CONSTRAINT "prepared_table_activity_id_fkey" FOREIGN KEY ("activity_id") REFERENCES "activity"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "prepared_table" ADD CONSTRAINT "prepared_table_roster_place_id_fkey" FOREIGN KEY ("roster_place_id") REFERENCES "roster_place"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "prepared_table" ADD CONSTRAINT "prepared_table_room_id_fkey" FOREIGN KEY ("room_id") REFERENCES "room"("id") ON DELETE CASCADE ON UPDATE CASCADE;
