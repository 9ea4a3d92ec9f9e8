-- The county whose council this is: one row. What its configuration says is kept, so that the body can be published anew
-- without it, as when a legislative term comes in.
create table body (
    id            varchar(36) not null primary key,
    name          varchar(1000),
    ags           varchar(20),
    rgs           varchar(20),
    website       varchar(2000),
    license       varchar(2000),
    contact_email varchar(500),
    contact_name  varchar(500),
    created       timestamp with time zone not null
);

create table legislative_term (
    id         varchar(36) not null primary key,
    name       varchar(1000) not null,
    start_date date,
    end_date   date,
    revision   bigint not null,
    created    timestamp with time zone not null
);

alter table organization add column short_name varchar(200);
alter table organization add column organization_type varchar(50) default 'Gremium' not null;
alter table organization add column start_date date;
alter table organization add column end_date date;
-- The council office keeps it: public also while no public paper names it. Of those that were there before nobody knows.
alter table organization add column kept boolean default true not null;
alter table organization add column revision bigint default 1 not null;

create table person (
    id          varchar(36) not null primary key,
    family_name varchar(200) not null,
    given_name  varchar(200),
    -- One to a line.
    titles      varchar(400),
    revision    bigint not null,
    created     timestamp with time zone not null
);
create index person_name on person (family_name, given_name);

create table membership (
    id              varchar(36) not null primary key,
    person_id       varchar(36) not null references person (id),
    organization_id varchar(36) not null references organization (id),
    role            varchar(200),
    voting_right    boolean,
    start_date      date,
    end_date        date,
    on_behalf_of    varchar(36) references organization (id),
    revision        bigint not null,
    created         timestamp with time zone not null
);
create index membership_person on membership (person_id);
create index membership_organization on membership (organization_id);
create index membership_on_behalf_of on membership (on_behalf_of);

create table location (
    id              varchar(36) not null primary key,
    description     varchar(1000) not null,
    -- Places are compared without case and surplus blanks, like names.
    description_key varchar(1000) not null unique,
    street_address  varchar(500),
    room            varchar(200),
    postal_code     varchar(20),
    locality        varchar(200),
    revision        bigint not null,
    created         timestamp with time zone not null
);

-- Null until the meeting is public: the number that a second meeting of the day gets would tell of the first.
alter table meeting add column slug varchar(100);
-- How long it lasts; null when nobody said.
alter table meeting add column duration_minutes integer;
alter table meeting add column location_id varchar(36) references location (id);
alter table meeting add column state varchar(20) default 'SCHEDULED' not null;
alter table meeting add column cancelled boolean default false not null;
alter table meeting add column withdrawn boolean default false not null;
alter table meeting add column revision bigint default 1 not null;
create index meeting_start on meeting (starts, id);
create index meeting_location on meeting (location_id);

-- Every address that a meeting ever had: none is given to another meeting.
create table meeting_slug (
    slug       varchar(100) not null primary key,
    meeting_id varchar(36) not null references meeting (id)
);

-- The row is a place in the Beratungsfolge; id and what came about since move with the consultation when it moves there.
-- So the id is not unique for the moment in which two change places.
alter table consultation add column id varchar(60);
alter table consultation add column created timestamp with time zone default current_timestamp not null;
alter table consultation add column visibility varchar(20);
alter table consultation add column meeting_id varchar(36) references meeting (id);
update consultation set id = paper_id || '-' || cast(position as varchar(10));
update consultation set created = (select p.created from paper p where p.id = consultation.paper_id);
create index consultation_id on consultation (id);
create index consultation_meeting on consultation (meeting_id);

create table agenda_item (
    id              varchar(36) not null primary key,
    meeting_id      varchar(36) not null references meeting (id),
    position        integer not null,
    number          varchar(50),
    name            varchar(2000) not null,
    visibility      varchar(20) not null,
    consultation_id varchar(60),
    paper_id        varchar(36) references paper (id),
    result          varchar(1000),
    resolution_text text,
    created         timestamp with time zone not null
);
create index agenda_item_meeting on agenda_item (meeting_id, position);
create index agenda_item_consultation on agenda_item (consultation_id);
create index agenda_item_paper on agenda_item (paper_id);

-- The shape of the snapshots that are published of it: what an earlier version published is published anew, once.
alter table paper add column snapshot_format integer default 0 not null;
