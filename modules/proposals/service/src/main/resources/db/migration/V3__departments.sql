-- The department of the administration that an organization is: one identity, kept here and nowhere else.
alter table organization add column department_id varchar(36);
create unique index organization_department on organization (department_id);
