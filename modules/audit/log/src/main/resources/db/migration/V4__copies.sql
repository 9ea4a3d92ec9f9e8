-- Which signed states left the house, and by which way: file or mail. Insert only.
create table audit_copy (
    way       varchar(10) not null,
    tree_size bigint not null,
    made      timestamp with time zone not null,
    primary key (way, tree_size)
);
