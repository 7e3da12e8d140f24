-- adds
-- CreateTable
CREATE TABLE "room_played" (
    "room_id" TEXT NOT NULL,
    "played" JSONB NOT NULL,

    CONSTRAINT "room_played_pkey" PRIMARY KEY ("room_id")
);

-- AddForeignKey
ALTER TABLE "room_played" ADD CONSTRAINT "room_played_room_id_fkey" FOREIGN KEY ("room_id") REFERENCES "room"("id") ON DELETE CASCADE ON UPDATE CASCADE;
