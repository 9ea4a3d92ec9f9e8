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
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

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
