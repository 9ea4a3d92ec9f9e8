-- How many records at the beginning were removed after their time (tlog-tiles: minimum index). Whoever places or lifts a hold, erases
-- or removes locks this row, so that none of them overtakes another.
create table audit_retention (
    only_row integer not null primary key,
    minimum  bigint not null
);
insert into audit_retention (only_row, minimum) values (1, 0);

-- A legal hold: of an object, of a person, or of everything when both are null.
create table audit_hold (
    id          varchar(36) not null primary key,
    object_type varchar(60),
    object_id   varchar(200),
    subject     varchar(64),
    reason      varchar(1000) not null,
    placed      timestamp with time zone not null,
    placed_by   varchar(64) not null,
    lifted      timestamp with time zone,
    lifted_by   varchar(64)
);

-- What goes after the archive has said whether it takes it: the records behind first_seq - 1 up to last_seq, or what they say of a
-- person. decision is taken or refused; done is when it went.
create table audit_offer (
    id         varchar(36) not null primary key,
    subject    varchar(64),
    first_seq  bigint,
    last_seq   bigint,
    made       timestamp with time zone not null,
    made_by    varchar(64) not null,
    fetched    timestamp with time zone,
    decision   varchar(10),
    reference  varchar(200),
    decided    timestamp with time zone,
    decided_by varchar(64),
    done       timestamp with time zone
);
create index audit_offer_by_time on audit_offer (made desc, id);
