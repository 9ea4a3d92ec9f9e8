-- Who wants to see everything that a person did, why, and who says whether they may. decision is approved or refused.
create table audit_person_request (
    id         varchar(36) not null primary key,
    subject    varchar(64) not null,
    reason     varchar(1000) not null,
    first_day  date not null,
    last_day   date not null,
    asked      timestamp with time zone not null,
    asked_by   varchar(64) not null,
    decision   varchar(10),
    decided    timestamp with time zone,
    decided_by varchar(64)
);
create index audit_person_request_by_time on audit_person_request (asked desc, id);
