-- What records are found by, the newest first. Made from the records behind the sequencer, so that nobody who writes waits for it;
-- emptied, it is made anew. Nothing in it tells of persons.
create table audit_index (
    seq         bigint not null primary key,
    recorded    timestamp with time zone not null,
    area        varchar(60) not null,
    action      varchar(100) not null,
    object_type varchar(60) not null,
    object_id   varchar(200) not null,
    department  varchar(1000),
    outcome     varchar(10) not null,
    words       varchar(100000) not null
);

-- One for each thing that can be looked for, in the order of the answer: a page reads as many entries as it shows.
create index audit_index_by_time on audit_index (recorded desc, seq desc);
create index audit_index_by_area on audit_index (area, recorded desc, seq desc);
create index audit_index_by_action on audit_index (action, recorded desc, seq desc);
create index audit_index_by_type on audit_index (object_type, recorded desc, seq desc);
create index audit_index_by_object on audit_index (object_id, recorded desc, seq desc);
create index audit_index_by_department on audit_index (department, recorded desc, seq desc);
create index audit_index_by_outcome on audit_index (outcome, recorded desc, seq desc);

-- What occurs: kind is the column's name.
create table audit_choice (
    kind varchar(20) not null,
    name varchar(1000) not null,
    primary key (kind, name)
);
