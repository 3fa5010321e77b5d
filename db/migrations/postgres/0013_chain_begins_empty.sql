-- Whoever books first makes the row: a database that another is moved into has none.
DELETE FROM "point_chain" WHERE "seq" = 0;
