-- What is sealed of a record is its leaf, as whoever wrote it made it. One that does not fit to the record would be sealed, and nothing after it:
-- so PostgreSQL takes none. H2 has no role that this could keep from it. Records of before are as they are, and are not read for this.
${postgresql}alter table audit_record add constraint audit_record_leaf
${postgresql}    check (leaf = sha256('\x00'::bytea || convert_to(canonical, 'UTF8'))) not valid;
