-- The ids of all signers whose signatures an archive carries, a line each; null of what came in before that was written down: then
-- the one that the facts name is the only one.
alter table deployment_version add column signers varchar(4000);
