-- What lets something go carries evidence, made with a key that is not in the database: whoever can merely write here makes the
-- platform remove and erase nothing.
alter table audit_offer add column evidence varchar(100);

-- A removal that is under way is finished here: the versions before noted all that it offers as removed when it began, nobody has been
-- shown it since, and nothing could prove afterwards that it may go.
delete from audit_record where ticket in (
    select o.ticket from audit_offer a join audit_order o on o.seq >= a.first_seq and o.seq <= a.last_seq
    where a.done is null and a.subject is null and a.decision in ('taken', 'refused')
        and a.last_seq <= (select minimum from audit_retention where only_row = 1));
delete from audit_index where seq <= (
    select max(a.last_seq) from audit_offer a
    where a.done is null and a.subject is null and a.decision in ('taken', 'refused')
        and a.last_seq <= (select minimum from audit_retention where only_row = 1));
delete from audit_hour where last_seq <= (
    select max(a.last_seq) from audit_offer a
    where a.done is null and a.subject is null and a.decision in ('taken', 'refused')
        and a.last_seq <= (select minimum from audit_retention where only_row = 1));
update audit_offer set done = current_timestamp
    where done is null and subject is null and decision in ('taken', 'refused')
        and last_seq <= (select minimum from audit_retention where only_row = 1);

-- Nothing proves what else was decided before: it is offered anew.
update audit_offer set decision = 'withdrawn', decided = coalesce(decided, current_timestamp), decided_by = coalesce(decided_by, made_by)
    where done is null and (decision is null or decision <> 'withdrawn');

-- That a hold was lifted, beside the hold: both tables are insert only. What was lifted before says so in audit_hold.
create table audit_hold_lift (
    id        varchar(36) not null primary key,
    hold      varchar(36) not null,
    lifted    timestamp with time zone not null,
    lifted_by varchar(64) not null,
    evidence  varchar(100) not null
);
create index audit_hold_lift_by_hold on audit_hold_lift (hold);

-- Whose offer it was that raised the number, once that is proven. What versions before removed says nothing here.
alter table audit_retention add column evidence varchar(100);

-- That the platform destroyed a key. What versions before destroyed is in the list beside the master key.
alter table audit_subject_key add column evidence varchar(100);

-- That an offer was carried out or taken back, beside the offer and insert only: what stood there before is not believed again.
create table audit_offer_end (
    id       varchar(36) not null primary key,
    offer    varchar(36) not null,
    ended    timestamp with time zone not null,
    evidence varchar(100) not null
);
