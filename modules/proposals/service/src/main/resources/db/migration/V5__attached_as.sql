-- What bytes were attached as: a later text may count its attachments anew, and bytes do not change their name with that. Null in rows of
-- before; of those it is found in the version that was the newest when they came in. In steps that may be repeated: H2 commits at each.
alter table attached_file add column if not exists attachment_name text;
-- What a text said last of that name; null while none did.
alter table attached_file add column if not exists attachment_visibility varchar(20);
