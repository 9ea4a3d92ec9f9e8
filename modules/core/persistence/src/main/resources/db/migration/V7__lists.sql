alter table if exists public_entry rename to public_list;
create index if not exists public_list_path on public_list (path);
