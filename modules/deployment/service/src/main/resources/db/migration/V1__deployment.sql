-- What a department may deploy.
create table deployment_grant (
    department varchar(36) not null primary key,
    namespace  varchar(150) not null unique,
    path       varchar(40) not null unique,
    -- Names, with commas between them.
    wants      varchar(500) not null,
    imports    varchar(4000) not null,
    revision   bigint not null
);

-- Whose signatures a department's components may have.
create table deployment_signer (
    id         varchar(36) not null primary key,
    department varchar(36) not null,
    label      varchar(100) not null,
    verifier   varchar(300) not null,
    valid_from timestamp with time zone not null,
    -- Null for no end.
    valid_until timestamp with time zone,
    revoked    timestamp with time zone,
    reason     varchar(500),
    constraint deployment_signer_once unique (department, verifier)
);

-- What is to run. This, not the framework's cache, is the truth.
create table deployment_component (
    name        varchar(200) not null primary key,
    department  varchar(36) not null,
    -- The archive that is to run, null for none.
    active      varchar(64),
    since       timestamp with time zone,
    switched_by varchar(64),
    revision    bigint not null,
    -- The switch that is under way.
    switching   varchar(36)
);

create table deployment_version (
    component   varchar(200) not null references deployment_component (name),
    -- SHA-256 of the bytes in the store of blobs.
    archive     varchar(64) not null,
    version     varchar(100) not null,
    -- WAITING, READY, ACTIVE, KEPT, QUARANTINED
    state       varchar(20) not null,
    bytes       bigint not null,
    uploaded    timestamp with time zone not null,
    uploaded_by varchar(64) not null,
    approved_by varchar(64),
    -- When it was last switched to or away from, null when it never was.
    last_active timestamp with time zone,
    -- Title, bundles, findings, signer, …, as JSON.
    facts       varchar(200000) not null,
    -- Its configurations as they were when it was last switched away from, as JSON.
    configuration varchar(200000),
    quarantine_de varchar(2000),
    quarantine_en varchar(2000),
    primary key (component, archive),
    constraint deployment_version_once unique (component, version)
);

create table deployment_switch (
    id           varchar(36) not null primary key,
    component    varchar(200) not null references deployment_component (name),
    -- DEPLOY, ROLLBACK, REMOVE
    kind         varchar(20) not null,
    from_archive varchar(64),
    from_version varchar(100),
    to_archive   varchar(64),
    to_version   varchar(100),
    -- RUNNING, DONE, UNDONE, FAILED
    state        varchar(20) not null,
    -- The node that does it: only that one knows whether it still goes on.
    node         varchar(36) not null,
    -- The phases with their times, as JSON.
    phases       varchar(10000) not null,
    began        timestamp with time zone not null,
    ended        timestamp with time zone,
    asked_by     varchar(64) not null,
    -- The configurations as they were before, as JSON; what a node that died left is set right from this.
    configuration varchar(200000),
    reason_de    varchar(2000),
    reason_en    varchar(2000),
    -- What is behind the reason, a line each.
    details      varchar(20000)
);
create index deployment_switch_of on deployment_switch (component, began);
create index deployment_switch_running on deployment_switch (state);

-- The nodes, and when each was last seen: what a node that is gone for good had under way is closed by another one.
create table deployment_node (
    node varchar(36) not null primary key,
    seen timestamp with time zone not null
);

-- What a node is starting at this moment, and how often in a row it did not get to the end of it. What ends the platform each time
-- it is started is not started any more.
create table deployment_start (
    node      varchar(36) not null,
    component varchar(200) not null references deployment_component (name),
    archive   varchar(64) not null,
    began     timestamp with time zone not null,
    attempts  integer not null,
    primary key (node, component)
);
