-- Its words told who had read what the platform recorded for them: where there is such a record the index is made anew.
delete from audit_index where exists (select 1 from audit_kind where action = 'reads.not-recorded');
delete from audit_hour where exists (select 1 from audit_kind where action = 'reads.not-recorded');
