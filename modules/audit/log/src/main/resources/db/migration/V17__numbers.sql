-- Numbers begin with 1. With one below, a record would count as numbered and would never be sealed. PostgreSQL does not read what is there for this.
alter table audit_order add constraint audit_order_seq check (seq > 0)
${postgresql}not valid
;
