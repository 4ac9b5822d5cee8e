-- The awards on which one rests, as a micro-degree on its parts: it is signed only while all of them are issued.
ALTER TABLE awards ADD COLUMN rests_on uuid[];
