-- Counts the changes of who may do what. Whoever changes anything of it raises it in the same transaction, so that rights
-- which were worked out under this number are right as long as it stays the same, on all nodes.
create table identity_state (
    id       integer not null primary key,
    revision bigint not null
);
insert into identity_state (id, revision) values (1, 1);

create table identity_department (
    id          varchar(36) not null primary key,
    parent_id   varchar(36) references identity_department (id),
    short_name  varchar(40) not null,
    -- Names are compared without case and surplus blanks.
    short_key   varchar(40) not null unique,
    name        varchar(200) not null,
    email       varchar(254),
    valid_from  date,
    valid_until date,
    created     timestamp with time zone not null,
    revision    bigint not null
);
create index identity_department_parent on identity_department (parent_id);

create table identity_account (
    -- Random, and what the trail calls the person.
    id              varchar(36) not null primary key,
    login_name      varchar(100) not null,
    login_key       varchar(100) not null unique,
    display_name    varchar(200) not null,
    email           varchar(254),
    state           varchar(20) not null,
    password        varchar(200) not null,
    must_change     boolean not null,
    created         timestamp with time zone not null,
    revision        bigint not null
);

create table identity_account_department (
    account_id    varchar(36) not null references identity_account (id),
    department_id varchar(36) not null references identity_department (id),
    primary key (account_id, department_id)
);

create table identity_role (
    id           varchar(36) not null primary key,
    name_german  varchar(100) not null,
    name_english varchar(100) not null,
    built_in     boolean not null,
    place        integer not null,
    revision     bigint not null
);

create table identity_role_permission (
    role_id    varchar(36) not null references identity_role (id),
    permission varchar(100) not null,
    primary key (role_id, permission)
);

create table identity_grant (
    id            varchar(36) not null primary key,
    account_id    varchar(36) not null references identity_account (id),
    role_id       varchar(36) not null references identity_role (id),
    -- Null means everywhere.
    department_id varchar(36) references identity_department (id),
    created       timestamp with time zone not null
);
create index identity_grant_account on identity_grant (account_id);
create index identity_grant_role on identity_grant (role_id);

create table identity_session (
    -- SHA-256 of the id: who reads the table cannot take a session over.
    hash       varchar(64) not null primary key,
    -- Names the session to its owner.
    handle     varchar(36) not null unique,
    account_id varchar(36) not null references identity_account (id),
    method     varchar(40) not null,
    client     varchar(100) not null,
    started    timestamp with time zone not null,
    last_seen  timestamp with time zone not null
);
create index identity_session_account on identity_session (account_id);
create index identity_session_started on identity_session (started);
create index identity_session_last_seen on identity_session (last_seen);

insert into identity_role (id, name_german, name_english, built_in, place, revision) values
    ('administrator', 'Administration', 'Administrator', true, 1, 1),
    ('department-administrator', 'Fachbereichsadministration', 'Department administrator', true, 2, 1),
    ('council-office', 'Sitzungsdienst', 'Council office', true, 3, 1),
    ('author', 'Verfasser/in', 'Author', true, 4, 1),
    ('co-signer', 'Mitzeichnung', 'Co-signer', true, 5, 1),
    ('approver', 'Freigabe', 'Approver', true, 6, 1),
    ('council-member', 'Mandatsträger/in', 'Council member', true, 7, 1),
    ('auditor', 'Revision', 'Auditor', true, 8, 1),
    ('citizen', 'Bürger/in', 'Citizen', true, 9, 1);

insert into identity_role_permission (role_id, permission) values
    ('administrator', '*'),
    ('department-administrator', 'identity.read'),
    ('department-administrator', 'identity.departments'),
    ('department-administrator', 'identity.accounts'),
    ('department-administrator', 'identity.grants'),
    ('department-administrator', 'proposals.read'),
    ('department-administrator', 'proposals.import'),
    ('department-administrator', 'proposals.publish'),
    ('council-office', 'proposals.read'),
    ('council-office', 'proposals.import'),
    ('council-office', 'proposals.publish'),
    ('council-office', 'proposals.council'),
    ('author', 'proposals.read'),
    ('author', 'proposals.import'),
    ('co-signer', 'proposals.read'),
    ('approver', 'proposals.read'),
    ('approver', 'proposals.publish'),
    ('auditor', 'identity.read'),
    ('auditor', 'proposals.read'),
    ('auditor', 'platform.health');
