package de.kreiswerk.audit.log.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvTableTest {

    private static final Pattern CELL = Pattern.compile("\"((?:[^\"]|\"\")*)\"(;|\r\n$)");

    private final CsvTable table = new CsvTable();

    @Test
    void theHourThatComesTwiceIsToldApart() {
        assertThat(table.row(1, record("2026-10-25T00:30:00.000Z", "x")))
                .startsWith("\"1\";\"25.10.2026 02:30:00\";\"UTC+02:00\";");
        assertThat(table.row(2, record("2026-10-25T01:30:00.000Z", "x")))
                .startsWith("\"2\";\"25.10.2026 02:30:00\";\"UTC+01:00\";");
    }

    @Test
    void eachCellIsInQuotes() {
        String row = table.row(1, record("2026-10-25T00:30:00.000Z", "a;\\\"b\\\", c"));

        assertThat(cells(table.head())).isEqualTo(12).isEqualTo(cells(row));
        assertThat(row).endsWith("\"note=a;\"\"b\"\", c\"\r\n");
    }

    private static int cells(String line) {
        Matcher matcher = CELL.matcher(line);
        int end = 0;
        int cells = 0;
        while (matcher.find() && matcher.start() == end) {
            end = matcher.end();
            cells++;
        }
        assertThat(end).isEqualTo(line.length());
        return cells;
    }

    /** To one that splits at commas the quotes of a cell behind the first say nothing. */
    @ParameterizedTest
    @ValueSource(strings = {"x,=1+1", "x, \\t@y", "x,\\\"=1+1\\\",y", "x\\r\\n-1", "x\\t+1", "x;=1", "x,,\\\" =1"})
    void nothingIsAFormulaWhereverASpreadsheetSplits(String note) {
        for (String cell :
                table.row(1, record("2026-10-25T00:30:00.000Z", note)).split("[,;\t\r\n]")) {
            assertThat(cell.replaceFirst("^[\\s\"]+", "")).doesNotStartWith("=").doesNotMatch("(?s)^[-+@].*");
        }
    }

    /** The note as it is written in JSON. */
    private static String record(String time, String note) {
        return "{\"action\":\"a\",\"details\":{\"note\":\"" + note + "\"},\"time\":\"" + time + "\"}";
    }
}
