-- changes
-- What a word is has new rules: `ελλαδα` finds `Ελλάδα`, `F-35` finds `F-35s`. The index is emptied and filled from the logs by itself.
DELETE FROM "room_text_reach";
DELETE FROM "room_text";
