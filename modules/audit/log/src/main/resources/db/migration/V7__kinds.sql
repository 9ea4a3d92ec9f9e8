-- What records are found by, made anew from the records behind the sequencer: with a third of the trees, because each of them
-- costs everybody who writes. Nothing in it tells of persons.
drop table audit_index;
drop table audit_choice;

-- What records are, apart from their objects: hundreds, however many records there are.
create table audit_kind (
    kind        integer not null primary key,
    area        varchar(60) not null,
    action      varchar(100) not null,
    object_type varchar(60) not null,
    department  varchar(1000),
    outcome     varchar(10) not null
);

create table audit_index (
    seq       bigint not null primary key,
    recorded  timestamp with time zone not null,
    kind      integer not null,
    object_id varchar(200) not null,
    -- The number again: along its own index PostgreSQL would look through all that is newer for records of a kind.
    place     bigint not null,
    words     varchar(100000) not null
);

-- In the order of the answer, the newest first: a page reads as many entries as it shows.
create index audit_index_by_kind on audit_index (kind, place desc);
create index audit_index_by_object on audit_index (object_id, place desc);

-- Which numbers the records of an hour have, in hours since 1970: they are found by time without a tree of their own, and where a
-- clock was set back, hours overlap.
create table audit_hour (
    hours     bigint not null primary key,
    first_seq bigint not null,
    last_seq  bigint not null
);
