-- Objects as they are read in bulk, apart from their content so that a list reads nothing else: in which form ('' for none),
-- its bytes (null when the object has none), and what lists are narrowed by.
create table public_formed (
    path     varchar(200) not null primary key references public_object (path),
    form     varchar(40) not null,
    deleted  boolean not null,
    created  timestamp with time zone not null,
    modified timestamp with time zone not null,
    bytes    bytea
);
insert into public_formed (path, form, deleted, created, modified)
    select path, '', deleted, created, modified from public_object;
create index public_formed_form on public_formed (form);

-- The path belongs to the key, so that a list is read from its index alone.
create table public_entry (
    list     varchar(200) not null,
    sort_key varchar(200) not null,
    path     varchar(200) not null references public_object (path),
    primary key (list, sort_key, path)
);
insert into public_entry (list, sort_key, path) select list, sort_key, path from public_list;
drop table public_list;
alter table public_entry rename to public_list;
create index public_list_path on public_list (path);
