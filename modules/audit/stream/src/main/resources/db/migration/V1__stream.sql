-- How far each receiver of the trail has come. settled: what was sent so long ago that it is not sent again when a connection breaks.
create table audit_stream_position (
    destination varchar(60) not null primary key,
    seq         bigint not null,
    settled     bigint not null,
    changed     timestamp with time zone not null
);
