-- AlterTable
-- What was written before there were versions is version 1. Adding it rewrites no row.
ALTER TABLE "room_event" ADD COLUMN     "v" SMALLINT NOT NULL DEFAULT 1;
