-- Whether a version was public until a newer one took its place, and can be read as that. Of versions before this migration it is
-- not known for certain.
alter table paper_version add column superseded boolean default false not null;
