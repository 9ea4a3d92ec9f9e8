-- Who needs which bytes. What was stored without an owner stays for good, all of before among it.
alter table core_blob add column stays boolean default true not null;
create table core_blob_owner (
    sha256 varchar(64) not null references core_blob (sha256),
    owner  varchar(250) not null,
    primary key (sha256, owner)
);
create index core_blob_owner_of on core_blob_owner (owner);

-- What the migrations of bundles made, each thing by the bundle that made it: what it may take away again.
create table core_made (
    -- TABLE, VIEW, SEQUENCE
    kind   varchar(20) not null,
    -- In lower case.
    name   varchar(200) not null,
    -- In which order.
    number integer not null,
    -- The bundle's symbolic name.
    bundle varchar(255) not null,
    primary key (kind, name)
);
create index core_made_by on core_made (bundle);
