-- Runs on H2 and on PostgreSQL; only types and functions that both know.

create table core_blob (
    sha256  varchar(64) not null primary key,
    size    bigint not null,
    created timestamp with time zone not null
);

-- A piece is at most 256 KiB, so that no node ever holds a large file in memory.
create table core_blob_piece (
    sha256 varchar(64) not null references core_blob (sha256),
    number integer not null,
    bytes  bytea not null,
    primary key (sha256, number)
);

create table core_lease (
    name    varchar(100) not null primary key,
    holder  varchar(36),
    token   bigint not null,
    expires timestamp with time zone not null
);

create table core_setting (
    pid        varchar(255) not null primary key,
    properties text not null
);

create table core_idempotency (
    caller      varchar(64) not null,
    request_key varchar(255) not null,
    fingerprint varchar(128) not null,
    status      integer,
    body        text,
    location    varchar(1000),
    etag        varchar(200),
    created     timestamp with time zone not null,
    primary key (caller, request_key)
);
create index core_idempotency_created on core_idempotency (created);

create table public_object (
    path     varchar(200) not null primary key,
    type     varchar(40) not null,
    address  varchar(300),
    revision bigint not null,
    created  timestamp with time zone not null,
    modified timestamp with time zone not null,
    deleted  boolean not null,
    content  text
);

create table public_list (
    list     varchar(200) not null,
    sort_key varchar(200) not null,
    path     varchar(200) not null references public_object (path),
    primary key (list, sort_key)
);
create index public_list_path on public_list (path);

create table public_address (
    address varchar(300) not null primary key,
    path    varchar(200) not null references public_object (path)
);
