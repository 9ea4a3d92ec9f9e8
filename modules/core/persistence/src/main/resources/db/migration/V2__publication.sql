-- What a search by words looks in, in lower case.
alter table public_object add column words text;
-- The node that wrote it, so that the others hear of it.
alter table public_object add column node varchar(36);
create index public_object_modified on public_object (modified);
