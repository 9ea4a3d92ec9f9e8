-- The platform lets tiles grow, so its role may change them. What a checkpoint covers never changes: of records that were removed the
-- hashes are there and nowhere else. So on PostgreSQL only the owner changes or deletes such a tile. The names are looked up where nobody else
-- can put something in between, and the table of checkpoints where the tiles are.
${postgresql}create or replace function audit_tile_stays() returns trigger language plpgsql set search_path = pg_catalog, pg_temp as $$
${postgresql}declare
${postgresql}    signed bigint;
${postgresql}begin
${postgresql}    if not pg_has_role((select relowner from pg_class where oid = tg_relid), 'USAGE') then
${postgresql}        execute format('select max(tree_size) from %I.audit_checkpoint', tg_table_schema) into signed;
${postgresql}        if (old.tile_number + 1) * 256::numeric ^ (old.tile_level + 1) <= signed then
${postgresql}            raise insufficient_privilege using message = 'A tile that was signed over never changes';
${postgresql}        end if;
${postgresql}    end if;
${postgresql}    if tg_op = 'DELETE' then
${postgresql}        return old;
${postgresql}    end if;
${postgresql}    return new;
${postgresql}end $$;
${postgresql}create trigger audit_tile_stays before update or delete on audit_tile for each row execute function audit_tile_stays();
