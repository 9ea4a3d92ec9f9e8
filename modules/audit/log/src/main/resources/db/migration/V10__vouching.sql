-- Which keys belong to the log, signed by each of them while they were at hand together (a signed note): so a key that was replaced is
-- still believed by whoever believes the one that replaced it, and a row of audit_seal_key alone is believed by nobody. Insert only.
create table audit_seal_vouching (
    id   varchar(36) not null primary key,
    note varchar(20000) not null,
    made timestamp with time zone not null
);
