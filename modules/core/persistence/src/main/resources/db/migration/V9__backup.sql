-- Every backup that was begun; unfinished ones have no end. In a backup its own row is one of those.
create table core_backup (
    id        varchar(36) not null primary key,
    started   timestamp with time zone not null,
    finished  timestamp with time zone,
    size      bigint,
    row_count bigint
);
