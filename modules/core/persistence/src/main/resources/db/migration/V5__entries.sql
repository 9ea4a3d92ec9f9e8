-- The path belongs to the key of a list, so that a list is read from its index alone. In steps that may be repeated.
drop table if exists public_entry;
create table public_entry (
    list     varchar(200) not null,
    sort_key varchar(200) not null,
    path     varchar(200) not null references public_object (path),
    primary key (list, sort_key, path)
);
insert into public_entry (list, sort_key, path) select list, sort_key, path from public_list;
