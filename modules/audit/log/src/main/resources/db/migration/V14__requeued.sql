-- Each time records were found that were neither numbered nor in the queue: how many, and the first of them. Insert only.
create table audit_requeued (
    found        timestamp with time zone not null primary key,
    records      integer not null check (records > 0),
    first_ticket bigint not null
);
