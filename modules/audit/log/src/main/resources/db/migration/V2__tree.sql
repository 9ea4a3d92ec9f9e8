-- The hash of the canonical bytes as a leaf of the tree, made by whoever writes the record. Null in records of earlier
-- versions: theirs is made when they are sealed.
alter table audit_record add column leaf bytea;

-- The Merkle tree over audit_order in tiles (C2SP tlog-tiles): up to 256 hashes of 32 bytes, one after the other. A full tile
-- never changes; only the last one of each level grows.
create table audit_tile (
    tile_level  integer not null,
    tile_number bigint not null,
    hashes      bytea not null,
    primary key (tile_level, tile_number)
);

-- What was signed. A row whenever the tree has grown, in the transaction in which it grew. Insert only.
create table audit_checkpoint (
    tree_size bigint not null primary key,
    root      bytea not null,
    note      varchar(4000) not null,
    made      timestamp with time zone not null
);

-- The public halves of the keys that sign. The private ones are never in the database.
create table audit_seal_key (
    key_number integer not null primary key,
    verifier   varchar(400) not null,
    registered timestamp with time zone not null
);
