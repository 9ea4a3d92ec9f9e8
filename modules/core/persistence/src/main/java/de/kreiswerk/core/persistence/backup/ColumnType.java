package de.kreiswerk.core.persistence.backup;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.math.BigDecimal;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** What a column holds, whatever the database calls it, and how a backup writes it. */
enum ColumnType {
    /** A string. */
    TEXT(
            Types.VARCHAR,
            ResultSet::getString,
            (json, value) -> json.writeString((String) value),
            (insert, column, json) -> insert.setString(column, json.getText()),
            "character varying",
            "character",
            "character large object",
            "text"),

    /** A number without fraction, up to 64 bits. */
    INTEGER(
            Types.BIGINT,
            (row, column) -> orNull(row, row.getLong(column)),
            (json, value) -> json.writeNumber((Long) value),
            (insert, column, json) -> insert.setLong(column, json.getLongValue()),
            "smallint",
            "integer",
            "bigint"),

    /** Any number: its digits, as a string. */
    DECIMAL(
            Types.NUMERIC,
            ResultSet::getBigDecimal,
            (json, value) -> json.writeString(((BigDecimal) value).toPlainString()),
            (insert, column, json) -> insert.setBigDecimal(column, new BigDecimal(json.getText())),
            "numeric",
            "decimal"),

    /** A number of floating point: as a string, since JSON has no NaN and no infinity. */
    FLOATING(
            Types.DOUBLE,
            (row, column) -> orNull(row, row.getDouble(column)),
            (json, value) -> json.writeString(value.toString()),
            (insert, column, json) -> insert.setDouble(column, Double.parseDouble(json.getText())),
            "double precision",
            "real"),

    /** True or false. */
    BOOLEAN(
            Types.BOOLEAN,
            (row, column) -> orNull(row, row.getBoolean(column)),
            (json, value) -> json.writeBoolean((Boolean) value),
            (insert, column, json) -> insert.setBoolean(column, json.getBooleanValue()),
            "boolean"),

    /** A moment: ISO 8601 in UTC. */
    MOMENT(
            Types.TIMESTAMP_WITH_TIMEZONE,
            (row, column) -> row.getObject(column, OffsetDateTime.class),
            (json, value) ->
                    json.writeString(((OffsetDateTime) value).toInstant().toString()),
            (insert, column, json) ->
                    insert.setObject(column, Instant.parse(json.getText()).atOffset(ZoneOffset.UTC)),
            "timestamp with time zone"),

    /** A day: ISO 8601. */
    DAY(
            Types.DATE,
            (row, column) -> row.getObject(column, LocalDate.class),
            (json, value) -> json.writeString(value.toString()),
            (insert, column, json) -> insert.setObject(column, LocalDate.parse(json.getText())),
            "date"),

    /** A moment on a clock that nobody says the place of: ISO 8601 without a zone. */
    LOCAL_MOMENT(
            Types.TIMESTAMP,
            (row, column) -> row.getObject(column, LocalDateTime.class),
            (json, value) -> json.writeString(value.toString()),
            (insert, column, json) -> insert.setObject(column, LocalDateTime.parse(json.getText())),
            "timestamp",
            "timestamp without time zone"),

    /** A time of day: ISO 8601. */
    TIME(
            Types.TIME,
            (row, column) -> row.getObject(column, LocalTime.class),
            (json, value) -> json.writeString(value.toString()),
            (insert, column, json) -> insert.setObject(column, LocalTime.parse(json.getText())),
            "time",
            "time without time zone"),

    /** A number of 128 bits that names a thing: as it is written, with hyphens. */
    IDENTIFIER(
            Types.OTHER,
            (row, column) -> row.getObject(column, UUID.class),
            (json, value) -> json.writeString(value.toString()),
            (insert, column, json) -> insert.setObject(column, UUID.fromString(json.getText())),
            "uuid"),

    /** Bytes: Base64. */
    BYTES(
            Types.BINARY,
            ResultSet::getBytes,
            (json, value) -> json.writeBinary((byte[]) value),
            (insert, column, json) -> insert.setBytes(column, json.getBinaryValue()),
            "binary varying",
            "bytea");

    private final int sqlType;
    private final Reading reading;
    private final Writing writing;
    private final Setting setting;
    private final List<String> names;

    ColumnType(int sqlType, Reading reading, Writing writing, Setting setting, String... names) {
        this.sqlType = sqlType;
        this.reading = reading;
        this.writing = writing;
        this.setting = setting;
        this.names = List.of(names);
    }

    /** By the name in the information schema. */
    static Optional<ColumnType> of(String dataType) {
        String name = dataType.toLowerCase(Locale.ROOT);
        return Arrays.stream(values()).filter(type -> type.names.contains(name)).findFirst();
    }

    /** The first number of the format whose readers know it. */
    int format() {
        return Set.of(FLOATING, LOCAL_MOMENT, TIME, IDENTIFIER).contains(this) ? 2 : 1;
    }

    /** From the database into a backup. */
    void copy(ResultSet row, int column, JsonGenerator json) throws SQLException, IOException {
        Object value = reading.read(row, column);
        if (value == null) {
            json.writeNull();
        } else {
            writing.write(json, value);
        }
    }

    /** From a backup into the database: the value that the parser stands at. */
    void copy(JsonParser json, PreparedStatement insert, int column) throws SQLException, IOException {
        if (json.currentToken() == JsonToken.VALUE_NULL) {
            insert.setNull(column, sqlType);
        } else {
            setting.set(insert, column, json);
        }
    }

    private static Object orNull(ResultSet row, Object value) throws SQLException {
        return row.wasNull() ? null : value;
    }

    private interface Reading {

        Object read(ResultSet row, int column) throws SQLException;
    }

    private interface Writing {

        void write(JsonGenerator json, Object value) throws IOException;
    }

    private interface Setting {

        void set(PreparedStatement insert, int column, JsonParser json) throws SQLException, IOException;
    }
}
