-- Objects as they are read in bulk, apart from their content so that a list reads nothing else: in which form ('' for none),
-- its bytes (null when the object has none), of which revision, and what lists are narrowed by.
-- H2 commits at each step: a script that was cut off is run again from its beginning.
drop table if exists public_formed;
create table public_formed (
    path     varchar(200) not null primary key references public_object (path),
    form     varchar(40) not null,
    revision bigint not null,
    deleted  boolean not null,
    created  timestamp with time zone not null,
    modified timestamp with time zone not null,
    bytes    bytea
);
insert into public_formed (path, form, revision, deleted, created, modified)
    select path, '', revision, deleted, created, modified from public_object;
create index public_formed_form on public_formed (form);
create index public_formed_modified on public_formed (modified);
