package de.kreiswerk.proposals.service;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.OffsetDateTime;

/**
 * EclipseLink 4 knows no {@link Instant}. The column's type is left open, because H2 reads a time with zone as {@link
 * OffsetDateTime} and PostgreSQL as {@link Timestamp}. The price: PostgreSQL would take a missing time for text, so columns
 * with this converter are never null.
 */
@Converter
public class InstantConverter implements AttributeConverter<Instant, Object> {

    @Override
    public Object convertToDatabaseColumn(Instant instant) {
        return Timestamp.from(instant);
    }

    @Override
    public Instant convertToEntityAttribute(Object time) {
        return time instanceof OffsetDateTime offset ? offset.toInstant() : ((Timestamp) time).toInstant();
    }
}
