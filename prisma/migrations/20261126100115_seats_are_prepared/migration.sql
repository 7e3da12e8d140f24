-- CreateTable
CREATE TABLE "seating_plan" (
    "activity_id" TEXT NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 0,
    "choosing" BOOLEAN NOT NULL DEFAULT false,
    "shown" BOOLEAN NOT NULL DEFAULT false,
    "draw" JSONB,

    CONSTRAINT "seating_plan_pkey" PRIMARY KEY ("activity_id")
);

-- CreateTable
CREATE TABLE "prepared_seat" (
    "activity_id" TEXT NOT NULL,
    "roster_place_id" TEXT NOT NULL,
    "room_id" TEXT NOT NULL,
    "seat" TEXT NOT NULL,
    "how" TEXT NOT NULL,
    "locked" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "prepared_seat_pkey" PRIMARY KEY ("activity_id","roster_place_id")
);

-- CreateTable
CREATE TABLE "seat_choice" (
    "activity_id" TEXT NOT NULL,
    "roster_place_id" TEXT NOT NULL,
    "offices" TEXT[],
    "chosen_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "seat_choice_pkey" PRIMARY KEY ("activity_id","roster_place_id")
);

-- CreateIndex
CREATE INDEX "prepared_seat_roster_place_id_idx" ON "prepared_seat"("roster_place_id");

-- CreateIndex
CREATE UNIQUE INDEX "prepared_seat_room_id_seat_key" ON "prepared_seat"("room_id", "seat");

-- CreateIndex
CREATE INDEX "seat_choice_roster_place_id_idx" ON "seat_choice"("roster_place_id");

-- AddForeignKey
ALTER TABLE "seating_plan" ADD CONSTRAINT "seating_plan_activity_id_fkey" FOREIGN KEY ("activity_id") REFERENCES "activity"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "prepared_seat" ADD CONSTRAINT "prepared_seat_activity_id_fkey" FOREIGN KEY ("activity_id") REFERENCES "activity"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "prepared_seat" ADD CONSTRAINT "prepared_seat_roster_place_id_fkey" FOREIGN KEY ("roster_place_id") REFERENCES "roster_place"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "prepared_seat" ADD CONSTRAINT "prepared_seat_room_id_fkey" FOREIGN KEY ("room_id") REFERENCES "room"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "seat_choice" ADD CONSTRAINT "seat_choice_activity_id_fkey" FOREIGN KEY ("activity_id") REFERENCES "activity"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "seat_choice" ADD CONSTRAINT "seat_choice_roster_place_id_fkey" FOREIGN KEY ("roster_place_id") REFERENCES "roster_place"("id") ON DELETE CASCADE ON UPDATE CASCADE;
