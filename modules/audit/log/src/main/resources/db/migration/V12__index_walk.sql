-- How far the records were compared with what they are found by, and what differs: one row, once the first part is done. Emptied, it
-- begins anew.
create table audit_index_walk (
    only_row        integer not null primary key,
    -- Up to here this round has come, and it ends at target.
    place           bigint not null,
    target          bigint not null,
    -- How many records differ in this round up to here, and the first of them; 0 for none.
    different       bigint not null,
    first_different bigint not null,
    -- The same of the last round that came to its end, and when it did; null before the first.
    last_different  bigint not null,
    last_first      bigint not null,
    ended           timestamp with time zone,
    walked          timestamp with time zone not null
);
