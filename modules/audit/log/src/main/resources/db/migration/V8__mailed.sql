-- A state that was put into the outbox and of which nobody knows yet that it was sent. One for each way.
create table audit_copy_posted (
    way       varchar(10) not null primary key,
    -- By which the outbox knows it.
    mail      varchar(100) not null,
    -- SHA-256 of the address it goes to: one to another is not waited for.
    recipient varchar(64) not null,
    tree_size bigint not null,
    made      timestamp with time zone not null
);
