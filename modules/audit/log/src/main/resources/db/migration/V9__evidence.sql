-- What lets something go carries evidence, made with a key that is not in the database: whoever can merely write here makes the
-- platform remove and erase nothing.
alter table audit_offer add column evidence varchar(100);

-- Nothing proves what was under way before: it is offered anew.
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
