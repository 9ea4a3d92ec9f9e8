-- What is sealed of a record is its leaf, as whoever wrote it made it. One that does not fit to the record would be sealed, and nothing after it:
-- so PostgreSQL takes none, but from the owner of the table, who puts a backup back as it is. No constraint, since that would know the owner of today
-- only. H2 has no role that this could keep from it. Records of before are as they are, and are not read for this.
${postgresql}create or replace function audit_leaf_fits() returns trigger language plpgsql set search_path = pg_catalog, pg_temp as $$
${postgresql}begin
${postgresql}    if not pg_has_role((select relowner from pg_class where oid = tg_relid), 'USAGE') then
${postgresql}        raise check_violation using message = 'The leaf is not the hash of the record';
${postgresql}    end if;
${postgresql}    return new;
${postgresql}end $$;
${postgresql}create trigger audit_leaf_fits before insert or update on audit_record for each row
${postgresql}    when (new.leaf <> sha256('\x00'::bytea || convert_to(new.canonical, 'UTF8'))) execute function audit_leaf_fits();
